import { sql } from 'kysely'
import type { Query } from '../../../database/database.ts'
import { isId } from '../../../domain/shared/is-id.ts'
import { readNewestLooks, recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { listUnreviewed, reviewOpening } from '../../../shapes/person/break-glass.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { presentWhoLooked } from './who-looked.presenter.ts'

const READERS = ['team_manager', 'service_manager', 'records_auditor']

export async function showWhoLooked(visit: Visit): Promise<Answer> {
  return show(visit, null)
}

export async function submitReview(visit: Visit): Promise<Answer> {
  if (!mayRead(visit) || !isId(visit.params.id ?? '')) return notFound
  const words = (visit.form.words ?? '').trim()
  const holds = visit.form.holds
  if (words.length < 10 || (holds !== 'holds' && holds !== 'does not hold')) {
    return show(visit, {
      id: visit.params.id!,
      words,
      text: 'Choose whether the reason holds, and say in at least ten letters what you found.',
    })
  }
  const isDone = await visit.database.as(visit.actor, async (query) => {
    const done = await reviewOpening(query, visit.params.id!, `${holds}: ${words}`)
    if (done)
      await recordTrace(query, visit.actor, {
        event: 'opening reviewed',
        detail: { opening: visit.params.id, finding: holds },
      })
    return done
  })
  return isDone ? { redirect: '/who-looked?done=reviewed' } : notFound
}

function mayRead(visit: Visit): boolean {
  return READERS.some((role) => visit.person.roles.includes(role))
}

async function show(visit: Visit, fault: { id: string; words: string; text: string } | null): Promise<Answer> {
  if (!mayRead(visit)) return notFound
  return visit.database.as(visit.actor, async (query) => {
    const openings = await listUnreviewed(query)
    const isOnlyWithReason = visit.query.show === 'reasons'
    const looks = await readNewestLooks(query, isOnlyWithReason)
    const names = await readNames(query, [
      ...openings.map((opening) => opening.childId),
      ...looks.map((look) => look.childId!),
    ])
    await recordTrace(query, visit.actor, { event: 'who looked read', childIds: [...names.keys()] })
    return {
      template: 'features/people/pages/who-looked.njk',
      title: 'Who looked',
      status: fault ? 422 : 200,
      model: presentWhoLooked({ openings, looks, names, fault, isOnlyWithReason }),
      page: {
        ...(fault ? { errors: [{ text: fault.text, href: `#words-${fault.id}` }] } : {}),
        ...(visit.query.done === 'reviewed'
          ? { notice: { text: 'What you found is kept beside the opening.', isSuccess: true } }
          : {}),
      },
    }
  })
}

async function readNames(query: Query, ids: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{
    id: string
    name: string
  }>`select p.id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), 'a child') as name from person p
    where p.authority_id = (select authority()) and p.kind = 'child' and p.id in (select v::uuid from jsonb_array_elements_text(${JSON.stringify([...new Set(ids)])}::jsonb) v)`.execute(
    query,
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
