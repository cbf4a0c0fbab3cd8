/** Milliseconds of processor that a piece of work takes, whatever else the machine does meanwhile. */
export function takeTime(work: () => void): number {
  const began = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}
