/** The chance of `count` or fewer, where so many are usual. */
export function poissonUpTo(count: number, usual: number): number {
  if (count < 0) return 0
  if (usual <= 0) return 1
  let [logTerm, sum] = [-usual, 0]
  for (let each = 0; each <= count; each++) {
    if (each > 0) logTerm += Math.log(usual / each)
    sum += Math.exp(logTerm)
  }
  return Math.min(1, sum)
}

/** The chance of `count` or more. */
export function poissonFrom(count: number, usual: number): number {
  return count <= 0 ? 1 : Math.max(0, 1 - poissonUpTo(count - 1, usual))
}

/** Numbers that chance alone gives: fewer, and more, come with a chance of at most `tail` each. */
export function poissonLimits(usual: number, tail: number): { low: number; high: number } {
  let low = 0
  while (low < usual && poissonUpTo(low, usual) <= tail) low++
  let high = Math.ceil(usual)
  while (poissonFrom(high + 1, usual) > tail) high++
  return { low, high }
}
