/** A number for everybody. Hidden: `shown` is null, and nothing else tells it. */
export interface PublicNumber {
  shown: number | null
  hidden: boolean
}

export function publish(count: number | null, hidden: boolean): PublicNumber {
  return { shown: hidden ? null : count, hidden }
}
