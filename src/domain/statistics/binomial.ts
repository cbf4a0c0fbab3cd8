/** ln(n!) by adding up, kept: bases here are children of one council. */
const logFactorials = [0]
function logFactorial(n: number): number {
  for (let next = logFactorials.length; next <= n; next++) logFactorials.push(logFactorials[next - 1]! + Math.log(next))
  return logFactorials[n]!
}

/** The chance of exactly `met` of `base`, each with the same share. */
export function chanceOf(met: number, base: number, share: number): number {
  if (met < 0 || met > base) return 0
  if (share <= 0) return met === 0 ? 1 : 0
  if (share >= 1) return met === base ? 1 : 0
  const ways = logFactorial(base) - logFactorial(met) - logFactorial(base - met)
  return Math.exp(ways + met * Math.log(share) + (base - met) * Math.log1p(-share))
}

/** The chance of `met` or fewer. */
export function chanceUpTo(met: number, base: number, share: number): number {
  let sum = 0
  for (let each = 0; each <= Math.min(met, base); each++) sum += chanceOf(each, base, share)
  return Math.min(1, sum)
}

/** The chance of `met` or more. */
export function chanceFrom(met: number, base: number, share: number): number {
  let sum = 0
  for (let each = base; each >= Math.max(met, 0); each--) sum += chanceOf(each, base, share)
  return Math.min(1, sum)
}

/** Numbers of the base that chance alone gives: fewer, and more, come with a chance of at most `tail` each. */
export function binomialLimits(base: number, share: number, tail: number): { low: number; high: number } {
  let low = 0
  while (low < base && chanceUpTo(low, base, share) <= tail) low++
  let high = base
  while (high > 0 && chanceFrom(high, base, share) <= tail) high--
  return { low, high: Math.max(low, high) }
}

/**
 * The exact interval of a share (Clopper and Pearson, Biometrika 26, 1934): the shares for which neither so many nor so
 * few would be a surprise. Never too narrow, whatever the base.
 */
export function exactInterval(met: number, base: number, level: number): { low: number; high: number } {
  const tail = (1 - level) / 2
  return {
    low: met === 0 ? 0 : bisect((share) => chanceFrom(met, base, share) < tail),
    high: met === base ? 1 : bisect((share) => chanceUpTo(met, base, share) > tail),
  }
}

/** Where a condition that holds at nought ceases to hold. */
function bisect(holds: (share: number) => boolean): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return (low + high) / 2
}
