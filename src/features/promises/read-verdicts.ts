import type { Visit } from '../../web/route.ts'

/** What children say of one promise, counted; null where a count is too small to show. */
export type Verdicts = { said: string; children: number | null }[]

/** Null: nobody has been asked yet, and the page says so. */
export async function readVerdicts(_visit: Visit, _promiseId: string): Promise<Verdicts | null> {
  return null
}
