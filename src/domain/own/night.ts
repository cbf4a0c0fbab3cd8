import { addDays, type IsoDate } from '../shared/calendar-date.ts'

/** Until six in the morning, who is there is whoever came in the evening before. */
const NIGHT_ENDS = 6

/** The evening on which this night began: `hour` is London's, 0 to 23. */
export function nightOf(today: IsoDate, hour: number): IsoDate {
  return hour < NIGHT_ENDS ? addDays(today, -1) : today
}

/** "20:00" as a child says it: "8 at night". */
export function sayHour(time: string): string {
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  if (hour === 0 && minute === 0) return 'midnight'
  const twelve = hour % 12 === 0 ? 12 : hour % 12
  const part = hour < 5 ? 'at night' : hour < 12 ? 'in the morning' : hour < 18 ? 'in the afternoon' : 'at night'
  return `${minute === 0 ? twelve : `${twelve}.${String(minute).padStart(2, '0')}`} ${part}`
}
