/** Milliseconds that a piece of work takes. */
export function takeTime(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
