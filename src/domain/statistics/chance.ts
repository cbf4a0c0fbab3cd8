/** Seeded draws: the same seed gives the same numbers, so a forecast can be made again. */
export interface Chance {
  /** From nought to one, one not included. */
  next(): number
  upTo(size: number): number
  /** A share that `met` of `base` could stand for (a draw from a beta distribution). */
  share(met: number, unmet: number): number
}

/** mulberry32 for the uniform draws; Marsaglia and Tsang (ACM TOMS 26, 2000) for the gamma behind a share. */
export function makeChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - next()) ** (1 / shape)
    const d = shape - 1 / 3
    const c = 1 / Math.sqrt(9 * d)
    for (;;) {
      const x = normal()
      const v = (1 + c * x) ** 3
      if (v > 0 && Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
    }
  }
  return {
    next,
    upTo: (size) => Math.floor(next() * size),
    share(met, unmet) {
      const one = gamma(met)
      return one / (one + gamma(unmet))
    },
  }
}
