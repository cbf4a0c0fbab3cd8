import type { Actor, Database } from '../../database/database.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import { demoFigurePacks } from '../../demo-data/figure-packs.ts'
import { type IsoDate, lastQuarterEnd } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'
import { addPack, findPack, freezePack, keepStep } from '../figure-packs/index.ts'

/** Made as a council makes them: chosen by the analyst, checked as a whole, approved and published by the head of service. */
export async function placeFigurePacks(
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
  const [analyst, head] = [actorOf('performance_analyst'), actorOf('service_manager')]
  for (const { isOut, ...choice } of demoFigurePacks) {
    const id = await database.as(analyst, (query) =>
      addPack(query, analyst, { ...choice, asAt: lastQuarterEnd(today) }),
    )
    const pack = (await database.as(analyst, (query) => findPack(query, id)))!
    const outcome = await freezePack({ database, council, actor: analyst }, pack)
    if (!isOut || outcome !== 'safe') continue
    for (const step of ['approved', 'published'] as const)
      await database.as(head, (query) => keepStep(query, head, id, step, null))
  }
}
