import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { isDoorOpen } from '../../../shapes/voice/door.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { notFound } from '../../../web/route.ts'
import {
  confirmHelperCode,
  findHelped,
  type KnownCode,
  type MadeCode,
  makeHelperCode,
  readHelperCodes,
} from '../own-key.store.ts'
import { paths } from '../own-pages.paths.ts'

/** A colleague helps a child in: a code to say aloud, for a quarter of an hour, once (rule 23). */
export async function showLetIn(visit: Visit): Promise<Answer> {
  const childId = visit.params.id!
  const facts = await visit.database.as(visit.actor, async (query) => {
    const child = await findHelped(query, childId)
    return child && { child, isOpen: await isDoorOpen(query), codes: await readHelperCodes(query, childId) }
  })
  if (facts === null) return notFound
  return answer(childId, facts.child.name, facts.codes, { isOpen: facts.isOpen })
}

export async function submitLetIn(visit: Visit): Promise<Answer> {
  const childId = visit.params.id!
  const facts = await visit.database.as(visit.actor, async (query) => {
    const child = await findHelped(query, childId)
    if (child === null || !(await isDoorOpen(query))) return null
    const made = await makeHelperCode(query, childId)
    if (made) await recordTrace(query, visit.actor, { event: 'helper’s code made', childId })
    return { child, made, codes: await readHelperCodes(query, childId) }
  })
  if (facts === null) return notFound
  const { child, made, codes } = facts
  return answer(childId, child.name, codes, { isOpen: true, ...(made ? { made } : { isTooYoung: true }) })
}

/** A second colleague has seen the adult, or knows their voice, and says so. */
export async function submitConfirm(visit: Visit): Promise<Answer> {
  const childId = visit.params.id!
  const isDone = await visit.database.as(visit.actor, async (query) => {
    if (!(await confirmHelperCode(query, visit.params.codeId!))) return false
    await recordTrace(query, visit.actor, { event: 'helper’s code confirmed', childId })
    return true
  })
  return isDone ? { redirect: `${paths.letIn(childId)}?confirmed=1` } : notFound
}

function answer(
  childId: string,
  name: string,
  codes: KnownCode[],
  { isOpen, made, isTooYoung = false }: { isOpen: boolean; made?: MadeCode; isTooYoung?: boolean },
): Answer {
  const waiting = codes.find((code) => code.isOpen && code.needsSecond && !code.isConfirmed && !code.isMine)
  return {
    template: 'features/own-pages/pages/let-in.njk',
    title: 'Help somebody in',
    model: {
      sentence: made
        ? `Here is the code for ${name}. It is shown once.`
        : `Help ${name} into their own pages with a code.`,
      action: paths.letIn(childId),
      isOpen,
      isTooYoung,
      made: made ? { ...made, code: `${made.code.slice(0, 3)} ${made.code.slice(3)}` } : null,
      confirm: waiting && {
        action: `${paths.letIn(childId)}/${waiting.id}/confirm`,
        text: `${waiting.issuedBy} made a code for ${name}. From 19 on, two colleagues say who somebody is.`,
      },
      codes: codes.map((code) => ({ lead: { text: sayDate(code.issuedOn) }, text: sayCode(code) })),
    },
    page: { isNarrow: true, back: { href: `/children/${childId}`, text: 'Their record' } },
  }
}

function sayCode({ issuedBy, isUsed, isOpen, needsSecond, isConfirmed }: KnownCode): string {
  if (isUsed) return `Made by ${issuedBy}, and used`
  if (!isOpen) return `Made by ${issuedBy}; too late or tried too often, and not used`
  return needsSecond && !isConfirmed
    ? `Made by ${issuedBy}; waits for a second colleague`
    : `Made by ${issuedBy}; open now`
}
