/** "22 November 2026, 14:05", as clocks in London had it. Takes the database's own text of an instant. */
export function sayInstant(instant: string): string {
  const iso = instant.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')
  const local = Temporal.Instant.from(iso).toZonedDateTimeISO('Europe/London')
  const time = `${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`
  const month = 'January February March April May June July August September October November December'.split(' ')[
    local.month - 1
  ]
  return `${local.day} ${month} ${local.year}, ${time}`
}
