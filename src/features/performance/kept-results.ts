import type { MeasureResult } from '../../domain/measures/measure.ts'

/** A result as it is kept: a list of children that another result of the day also holds is named, not written again. */
export type KeptResult = Omit<MeasureResult, 'met' | 'counted'> & { met: KeptList; counted: KeptList }
type KeptList = string[] | { like: string }

/** A result by its id, and by the wording or version of its definition where it is not the first of the product's own. */
export function nameOf({ id, wording, definition }: Pick<MeasureResult, 'id' | 'wording' | 'definition'>): string {
  const which = definition?.version ?? wording
  return which === undefined ? id : `${id}.${which}`
}

/** Most measures are shares of the same children, so the same long lists come again and again. */
export function toKept(results: readonly MeasureResult[]): KeptResult[] {
  const written = new Map<string, string>()
  const shorten = (list: string[], name: string): KeptList => {
    if (list.length < 2) return list
    const key = list.join(' ')
    const like = written.get(key)
    if (like !== undefined) return { like }
    written.set(key, name)
    return list
  }
  return results.map((result) => ({
    ...result,
    met: shorten(result.met, `${nameOf(result)} met`),
    counted: shorten(result.counted, `${nameOf(result)} counted`),
  }))
}

/** The results of one day again. Null where a list is named that is not among them. */
export function fromKept(kept: readonly KeptResult[]): MeasureResult[] | null {
  const lists = new Map<string, KeptList>()
  for (const result of kept)
    lists.set(`${nameOf(result)} met`, result.met).set(`${nameOf(result)} counted`, result.counted)
  const results: MeasureResult[] = []
  for (const result of kept) {
    const [met, counted] = [result.met, result.counted].map((list) =>
      Array.isArray(list) ? list : lists.get(list.like),
    )
    if (!Array.isArray(met) || !Array.isArray(counted)) return null
    results.push({ ...result, met, counted })
  }
  return results
}
