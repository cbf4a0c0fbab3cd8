/** Chance for made-up packs: the same seed gives the same. */
export interface Random {
  next(): number
  upTo(size: number): number
  chance(share: number): boolean
  /** A group, each so much rarer than the one before. */
  fading(groups: number, fading: number): number
}

/** mulberry32: small, and the same everywhere. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    upTo: (size) => Math.floor(next() * size),
    chance: (share) => next() < share,
    fading(groups, fading) {
      const total = (1 - fading ** groups) / (1 - fading)
      let left = next() * total
      for (let group = 0; group < groups; group++) {
        left -= fading ** group
        if (left < 0) return group
      }
      return groups - 1
    },
  }
}
