/** The themes of the next meetings: the rota goes on after the last theme that was on it, and begins again at its end. */
export function nextThemes(rota: string[], held: string[], count: number): string[] {
  if (rota.length === 0) return []
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
  const last = held.findLast((theme) => rota.some((one) => same(one, theme)))
  const start = last === undefined ? 0 : rota.findIndex((one) => same(one, last)) + 1
  return Array.from({ length: count }, (_, index) => rota[(start + index) % rota.length]!)
}
