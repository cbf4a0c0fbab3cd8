/** One place in the chain: a desk or a colleague, and how long they have before the next is rung. */
export interface ChainPlace {
  position: number
  name: string
  number: string
  minutes: number
}

export interface ChainStep<Place extends ChainPlace = ChainPlace> {
  place: Place
  /** 1 the first time through. After the last the chain begins again: it ends when a person has opened the message. */
  round: number
  /** When it is the next one's turn, if nobody has opened the message by then. ISO, UTC. */
  nextAt: string
}

/**
 * Whose turn it is while a message waits unopened: the first from the moment it was sent, the next when the one before has had
 * their minutes (to the second: at exactly that moment it is the next one's turn). Null where there is nobody in the chain.
 */
export function findTurn<Place extends ChainPlace>(
  chain: Place[],
  sentAt: string,
  now: string,
): ChainStep<Place> | null {
  if (chain.length === 0) return null
  const ordered = chain.toSorted((one, other) => one.position - other.position)
  const whole = ordered.reduce((sum, { minutes }) => sum + minutes * 60, 0)
  const sent = Temporal.Instant.from(sentAt)
  // A clock that was put back never makes the chain wait: it is the first one's turn.
  const waited = Math.max(0, Math.floor((Temporal.Instant.from(now).epochMilliseconds - sent.epochMilliseconds) / 1000))
  const round = Math.floor(waited / whole) + 1
  let end = (round - 1) * whole
  for (const place of ordered) {
    end += place.minutes * 60
    if (waited < end) return { place, round, nextAt: sent.add({ seconds: end }).toString() }
  }
  throw new Error('A turn lies in its round.')
}
