import type { Actor, Database } from '../../database/database.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import { makeReports } from '../../demo-data/reports.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'
import {
  addReport,
  compileReport,
  keepReportEdition,
  keepReportStep,
  listReports,
  listWords,
  newestWords,
  saveWords,
} from '../reports/index.ts'

/** Made as a council makes them: written and frozen by the strategy lead, published by the clerk. */
export async function placeReports(
  database: Database,
  council: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  const actorOf = (role: string): Actor => ({
    authorityId: council.authorityId,
    personId: idOf(demo.staff.find((person) => person.role === role)!.key),
  })
  const [lead, clerk] = [actorOf('strategy_lead'), actorOf('clerk')]
  for (const { words, isOut, ...report } of makeReports(today)) {
    const { made, written } = await database.as(lead, async (query) => {
      const id = await addReport(query, lead, report)
      for (const [part, [text, forChildren]] of Object.entries(words))
        await saveWords(query, lead, id, { part, words: text, forChildren, from: 0 })
      return { made: (await listReports(query, id))[0]!, written: newestWords(await listWords(query, id)) }
    })
    if (!isOut) continue
    const { printed, ...edition } = await compileReport({ database, council, actor: lead, today }, made, written)
    await database.as(lead, (query) => keepReportEdition(query, lead, made.id, edition, printed))
    await database.as(clerk, (query) => keepReportStep(query, clerk, made.id, 'published', null))
  }
}
