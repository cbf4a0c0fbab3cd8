import { type Chance, makeChance } from '../statistics/chance.ts'

export interface Random extends Chance {
  chance(share: number): boolean
  /** A group, each so much rarer than the one before. */
  fading(groups: number, fading: number): number
}

/** Chance for made-up packs: the same seed gives the same. */
export function makeRandom(seed: number): Random {
  const chance = makeChance(seed)
  return {
    ...chance,
    chance: (share) => chance.next() < share,
    fading(groups, fading) {
      const total = (1 - fading ** groups) / (1 - fading)
      let left = chance.next() * total
      for (let group = 0; group < groups; group++) {
        left -= fading ** group
        if (left < 0) return group
      }
      return groups - 1
    },
  }
}
