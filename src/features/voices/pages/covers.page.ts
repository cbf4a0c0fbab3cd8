import type { Query } from '../../../database/database.ts'
import { isId } from '../../../domain/shared/is-id.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { listColleagues } from '../../../shapes/person/staff.store.ts'
import {
  endCover,
  listCoverChoices,
  listCovers,
  listWithoutCover,
  nameCover,
} from '../../../shapes/voice/cover.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { type CoverTyped, checkCover } from '../cover.form.ts'
import type { FieldError } from '../told.form.ts'
import { paths } from '../voices.paths.ts'
import { presentCovers } from './covers.presenter.ts'

export async function showCovers(visit: Visit): Promise<Answer> {
  return show(visit, { for: visit.actor.personId, cover: '', from: visit.today, until: '' }, [])
}

/** One's own; whoever keeps the door names anybody's. The database refuses the rest. */
export async function submitCover(visit: Visit): Promise<Answer> {
  const text = (name: string) => (visit.form[name] ?? '').trim()
  const isKeeper = visit.can('door:write')
  const typed: CoverTyped = {
    for: isKeeper ? text('for') : visit.actor.personId,
    cover: text('cover'),
    from: text('from'),
    until: text('until'),
  }
  const errors = await visit.database.as(visit.actor, async (query): Promise<FieldError[]> => {
    const known = new Set((await readColleagues(query)).map(({ id }) => id))
    const { errors, cover } = checkCover(typed, known, visit.today)
    if (cover === null) return errors
    await nameCover(query, cover)
    await recordTrace(query, visit.actor, { event: 'cover named' })
    return []
  })
  return errors.length > 0 ? show(visit, typed, errors) : { redirect: `${paths.covers()}?done=named` }
}

export async function submitEndCover(visit: Visit): Promise<Answer> {
  const id = visit.params.id ?? ''
  if (!isId(id)) return notFound
  const isEnded = await visit.database.as(visit.actor, async (query) => {
    const isEnded = await endCover(query, id)
    if (isEnded) await recordTrace(query, visit.actor, { event: 'cover ended' })
    return isEnded
  })
  return isEnded ? { redirect: `${paths.covers()}?done=ended` } : notFound
}

async function show(visit: Visit, typed: CoverTyped, errors: FieldError[]): Promise<Answer> {
  const isKeeper = visit.can('door:write')
  return visit.database.as(visit.actor, async (query) => ({
    template: 'features/voices/pages/covers.njk',
    title: 'Covers',
    status: errors.length > 0 ? 422 : 200,
    model: presentCovers({
      me: visit.actor.personId,
      isKeeper,
      covers: await listCovers(query, isKeeper ? null : visit.actor.personId),
      without: isKeeper ? await listWithoutCover(query) : null,
      colleagues: await readColleagues(query),
      today: visit.today,
      typed,
      errors,
    }),
    page: {
      isNarrow: true,
      ...(errors.length > 0 ? { errors: errors.map(({ field, text }) => ({ text, href: `#${field}` })) } : {}),
      ...(errors.length === 0 && visit.query.done
        ? {
            notice: {
              text:
                visit.query.done === 'ended'
                  ? 'Ended: today is its last day.'
                  : 'Named. Children read this name before they write.',
              isSuccess: true,
            },
          }
        : {}),
    },
  }))
}

/** With their titles: those who work with children. The database decides who they are, and refuses everybody else (rule 41). */
async function readColleagues(query: Query) {
  const choices = new Set((await listCoverChoices(query)).map(({ id }) => id))
  return (await listColleagues(query, '')).filter(({ id }) => choices.has(id))
}
