import { chooseLook } from '../../../domain/own/look.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { keepOwnLook } from '../../../shapes/voice/own-look.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { paths } from '../own-pages.paths.ts'
import { readOwnSignIns } from '../own-sign-in.store.ts'
import { asYoung } from '../young-visit.ts'
import { presentLook } from './look.presenter.ts'

export async function showLook(visit: Visit): Promise<Answer> {
  return asYoung(visit, async (frame) => {
    const signIns = await visit.database.as(visit.actor, (query) => readOwnSignIns(query, visit.actor.personId))
    return {
      template: 'features/own-pages/pages/look.njk',
      title: 'Colours',
      model: presentLook(frame, signIns),
      page: {
        back: { href: paths.home(), text: 'Home' },
        ...(visit.query.kept === '1' ? { notice: { text: 'These pages are yours now.' } } : {}),
      },
    }
  })
}

export async function submitLook(visit: Visit): Promise<Answer> {
  return asYoung(visit, async (frame) => {
    await visit.database.as(visit.actor, async (query) => {
      await keepOwnLook(query, chooseLook(visit.form, frame))
      await recordTrace(query, visit.actor, { event: 'own look chosen' })
    })
    return { redirect: `${paths.look()}?kept=1` }
  })
}
