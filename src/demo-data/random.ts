/**
 * Seeded chance: the same seed always tells the same story, on any machine. Each part of the council draws from a fork
 * of its own, so that a new part does not change the others.
 */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number, both ends included. */
  whole(low: number, high: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the options, each as likely as its weight. */
  weighted<T>(options: readonly (readonly [T, number])[]): T
  /** Waiting time with no memory, with this mean. */
  wait(mean: number): number
  shuffle<T>(list: readonly T[]): T[]
  fork(label: string | number): Random
}

export function makeRandom(seed: string | number): Random {
  const name = String(seed)
  let state = hash(name)
  // mulberry32: small, fast, and good enough for a story.
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  function whole(low: number, high: number): number {
    return low + Math.floor(next() * (high - low + 1))
  }
  function pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('There is nothing to pick from.')
    return list[whole(0, list.length - 1)] as T
  }
  function weighted<T>(options: readonly (readonly [T, number])[]): T {
    let left = next() * options.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of options) {
      left -= weight
      if (left < 0) return value
    }
    return pick(options)[0]
  }
  function shuffle<T>(list: readonly T[]): T[] {
    const shuffled = [...list]
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = whole(0, last)
      const kept = shuffled[last] as T
      shuffled[last] = shuffled[other] as T
      shuffled[other] = kept
    }
    return shuffled
  }
  return {
    next,
    whole,
    pick,
    weighted,
    shuffle,
    chance: (share) => next() < share,
    wait: (mean) => -mean * Math.log(1 - next()),
    fork: (label) => makeRandom(`${name}/${label}`),
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value
}
