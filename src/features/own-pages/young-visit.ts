import type { YoungFrame } from '../../shapes/voice/own-look.store.ts'
import { readYoungFrame } from '../../shapes/voice/own-look.store.ts'
import type { Answer, Visit } from '../../web/route.ts'
import { notFound } from '../../web/route.ts'

/** These pages are a young person's own: for everybody else they are not there. */
export async function asYoung(visit: Visit, show: (frame: YoungFrame) => Promise<Answer>): Promise<Answer> {
  const { roles } = visit.person
  if (!roles.includes('child') && !roles.includes('young_adult')) return notFound
  return show(await visit.database.as(visit.actor, (query) => readYoungFrame(query, visit.today)))
}
