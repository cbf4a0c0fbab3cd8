import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { answerClash, takeChoice } from '../clash/clash.presenter.ts'
import { listDecisions } from '../decision.store.ts'
import { paths } from '../governance.paths.ts'
import { findMeeting, listItems } from '../meeting.store.ts'
import { findMeetingBefore, listActionsBefore, listActionsOfMeeting, listOwners } from '../minutes/action.store.ts'
import {
  findMinutesState,
  isChairOf,
  listLaterMeetings,
  listMinutes,
  listMinutesSteps,
  takeMinutesStep,
} from '../minutes/minutes.store.ts'
import { saveMinutes } from '../minutes/save-minutes.command.ts'
import { findNames, sayName } from '../names/find-names.ts'
import { type MinutesFacts, presentMinutes } from './minutes.presenter.ts'

const DONE: Record<string, string> = {
  saved: 'Saved.',
  checked: 'You checked these minutes. Whoever has the item may read them now.',
  back: 'The minutes went back to the clerk with your words.',
  agreed: 'These minutes are agreed. They do not change any more.',
}

export async function showMinutes(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

/** Saves what was typed. A save while typing (`auto`) is answered in a few words to the script that asked. */
export async function submitMinutes(visit: Visit): Promise<Answer> {
  const form = takeChoice(visit.form)
  const outcome = await visit.database.as(visit.actor, async (query) => {
    const meeting = await findMeeting(query, visit.params.id ?? '')
    if (meeting === null || meeting.status === 'planned') return null
    if ((await findMinutesState(query, meeting.id)) === 'agreed') return 'agreed'
    return saveMinutes(query, visit, meeting, form)
  })
  if (outcome === null) return notFound
  const action = paths.minutes(visit.params.id!)
  if (form.auto === 'yes')
    return answerScript(
      outcome === 'agreed' ? { isRefused: true } : { versions: outcome.versions, isClash: outcome.clashes.length > 0 },
    )
  if (outcome === 'agreed')
    return show(visit, [
      {
        field: 'minutes',
        text: 'These minutes were agreed meanwhile, and do not change. What you typed is still below, to copy.',
      },
    ])
  if (outcome.clashes.length > 0)
    return answerClash(outcome.clashes, {
      action,
      unsaved: outcome.unsaved,
      keepHref: action,
      back: { href: action, text: 'The minutes' },
    })
  if (outcome.errors.length > 0) return show(visit, outcome.errors, outcome.unsaved)
  return { redirect: `${action}?done=saved` }
}

/** The chair checks the draft, or sends it back with what is to be put right. */
export async function submitCheck(visit: Visit): Promise<Answer> {
  const isBack = visit.form.step === 'back'
  const words = (visit.form.words ?? '').trim()
  if (isBack && words.length < 5) return show(visit, [{ field: 'words', text: 'Say what is to be put right.' }])
  return take(visit, isBack ? 'back' : 'checked', async (query, meeting) => {
    if (!(await isChairOf(query, meeting.bodyId))) return null
    if ((await findMinutesState(query, meeting.id)) !== 'draft') return 'These minutes are not a draft any more.'
    const minutes = await listMinutes(query, meeting.id)
    if (!minutes.some((minute) => minute.words.trim() !== '')) return 'There is nothing to check yet.'
    const named = (
      await findNames(
        query,
        minutes.map(({ itemId, words }) => ({ field: itemId, words })),
      )
    ).find(({ isWhole }) => isWhole)
    if (named && !isBack) return sayName(named)
    return { step: isBack ? 'sent back' : 'checked', words: isBack ? words : null, agreedAtMeeting: null }
  })
}

/** The clerk says at which later meeting they were agreed. */
export async function submitAgreed(visit: Visit): Promise<Answer> {
  return take(visit, 'agreed', async (query, meeting) => {
    if (!visit.can('meetings:write')) return null
    if ((await findMinutesState(query, meeting.id)) !== 'checked') return 'The chair has not checked these minutes.'
    const at = (await listLaterMeetings(query, meeting)).find(({ id }) => id === visit.form.at)
    return at ? { step: 'agreed', words: null, agreedAtMeeting: at.id } : 'Choose the meeting that agreed them.'
  })
}

type Step = Pick<Parameters<typeof takeMinutesStep>[2], 'step' | 'words' | 'agreedAtMeeting'>
type Met = NonNullable<Awaited<ReturnType<typeof findMeeting>>>

async function take(
  visit: Visit,
  done: string,
  decide: (query: Parameters<typeof findMeeting>[0], meeting: Met) => Promise<Step | string | null>,
): Promise<Answer> {
  const outcome = await visit.database.as(visit.actor, async (query) => {
    const meeting = await findMeeting(query, visit.params.id ?? '')
    if (meeting === null || meeting.status !== 'held') return null
    const step = await decide(query, meeting)
    if (step === null || typeof step === 'string') return step
    await takeMinutesStep(query, visit.actor.authorityId, { ...step, meetingId: meeting.id, bodyId: meeting.bodyId })
    await recordTrace(query, visit.actor, { event: `minutes ${step.step}`, detail: { meeting: meeting.id } })
    return undefined
  })
  if (outcome === null) return notFound
  if (typeof outcome === 'string') return show(visit, [{ field: 'minutes', text: outcome }])
  return { redirect: `${paths.minutes(visit.params.id!)}?done=${done}` }
}

async function show(visit: Visit, errors: FieldError[], typed = visit.form): Promise<Answer> {
  const facts = await visit.database.as(visit.actor, async (query): Promise<MinutesFacts | null> => {
    const meeting = await findMeeting(query, visit.params.id ?? '')
    if (meeting === null || meeting.status === 'planned') return null
    const canWrite = visit.can('meetings:write')
    const minutes = await listMinutes(query, meeting.id)
    return {
      meeting,
      state: await findMinutesState(query, meeting.id),
      items: await listItems(query, meeting.id),
      minutes,
      names: canWrite
        ? await findNames(
            query,
            minutes.map(({ itemId, words }) => ({ field: itemId, words })),
          )
        : [],
      decisions: await listDecisions(query, meeting.id),
      actions: await listActionsOfMeeting(query, meeting.id),
      before: await listActionsBefore(query, meeting.bodyId, meeting.day),
      lastDay: await findMeetingBefore(query, meeting.bodyId, meeting.day),
      steps: await listMinutesSteps(query, meeting.id),
      later: canWrite ? await listLaterMeetings(query, meeting) : [],
      owners: canWrite ? await listOwners(query) : [],
      isChair: await isChairOf(query, meeting.bodyId),
      canWrite,
    }
  })
  if (facts === null) return notFound
  const done = DONE[visit.query.done ?? '']
  return {
    template: 'features/governance/pages/minutes.njk',
    title: 'Minutes',
    status: errors.length > 0 ? 422 : 200,
    model: presentMinutes(facts, typed, errors, visit.today),
    page: {
      back: { href: paths.meeting(facts.meeting.id), text: 'The meeting' },
      ...listErrors(errors),
      ...(done ? { notice: { text: done, isSuccess: true } } : {}),
    },
  }
}

function answerScript(said: object): Answer {
  return { download: { name: 'saved.json', type: 'application/json', body: JSON.stringify(said) } }
}
