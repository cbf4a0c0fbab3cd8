import { daysBetween, type IsoDate } from '../../domain/shared/calendar-date.ts'
import { sayDay } from '../../domain/shared/say-day.ts'

export { sayDay } from '../../domain/shared/say-day.ts'

/** "today", "tomorrow", "Friday 10 July, in 4 days". */
export function sayWhen(day: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, day)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  return days > 1 && days <= 60 ? `${sayDay(day, today)}, in ${days} days` : sayDay(day, today)
}

/** "£3,000", and pence only where there are some. */
export function sayMoney(pence: number): string {
  const isWhole = pence % 100 === 0
  return `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: isWhole ? 0 : 2, maximumFractionDigits: 2 })}`
}

export function sayDaysLate(days: number): string {
  return `${days} working ${days === 1 ? 'day' : 'days'} late`
}
