import { isNameRefused } from '../../../database/name-refused.ts'
import { isIsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { answerClash, readClash, takeChoice } from '../clash/clash.presenter.ts'
import { listVersions } from '../clash/version.store.ts'
import { paths } from '../governance.paths.ts'
import {
  type Action,
  type ActionUpdate,
  addActionUpdate,
  changeAction,
  findAction,
  listActionUpdates,
  listOwners,
} from '../minutes/action.store.ts'
import { findMinutesState } from '../minutes/minutes.store.ts'
import { matchOwner, tidy } from '../minutes/save-minutes.command.ts'
import { listNameErrors } from '../names/find-names.ts'
import { presentActionState } from './present-action.ts'

const SAID: { value: ActionUpdate['said'] | ''; text: string }[] = [
  { value: '', text: 'Choose' },
  { value: 'on the way', text: 'It is on the way' },
  { value: 'stuck', text: 'It is stuck' },
  { value: 'done', text: 'It is done' },
]
const DONE: Record<string, string> = {
  told: 'Thank you. The next meeting sees it.',
  done: 'It is done, and what shows it is kept.',
  saved: 'The action is saved.',
}

export async function showAction(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

/** The two-minute update of the one who is to do it: how it stands, in a sentence; done with what shows it. */
export async function submitActionUpdate(visit: Visit): Promise<Answer> {
  const said = SAID.find(({ value }) => value !== '' && value === visit.form.said)?.value
  const words = tidy(visit.form.words ?? '').trim()
  const action = await visit.database.as(visit.actor, (query) => findAction(query, visit.params.id ?? ''))
  if (action === null || !maySay(action, visit)) return notFound
  const errors: FieldError[] = []
  if (!said) errors.push({ field: 'said', text: 'Choose how it stands.' })
  if (words.length < 3)
    errors.push({
      field: 'words',
      text:
        said === 'done' ? 'Say what shows that it is done.' : 'Say in a sentence what was done, or what is in the way.',
    })
  if (action.doneOn !== null) errors.push({ field: 'said', text: 'This action is done already.' })
  if (!said || errors.length > 0) return show(visit, errors)
  try {
    await visit.database.as(visit.actor, async (query) => {
      await addActionUpdate(query, visit.actor.authorityId, { actionId: action.id, said, words })
      await recordTrace(query, visit.actor, { event: 'action updated', detail: { action: action.id, said } })
    })
  } catch (error) {
    if (!isNameRefused(error)) throw error
    return show(visit, [{ field: 'words', text: 'Take out the name: nobody is named in minutes.' }])
  }
  return { redirect: `${paths.action(action.id)}?done=${said === 'done' ? 'done' : 'told'}` }
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const action = await findAction(query, visit.params.id ?? '')
    if (action === null) return null
    const canWrite = visit.can('meetings:write')
    return {
      action,
      updates: await listActionUpdates(query, action.id),
      versions: canWrite ? await listVersions(query, 'action', action.id) : [],
      isAgreed: (await findMinutesState(query, action.meetingId)) === 'agreed',
    }
  })
  if (found === null) return notFound
  const { action, updates, versions } = found
  const isMine = action.ownerPersonId === visit.actor.personId
  const done = DONE[visit.query.done ?? '']
  return {
    template: 'features/governance/pages/action.njk',
    title: 'Something to do',
    status: errors.length > 0 ? 422 : 200,
    model: {
      title: action.words,
      lead: `${action.owner} · minuted on ${sayDate(action.minutedOn)} (${action.body})`,
      pill: presentActionState(action, visit.today),
      carries: action.doneOn === null ? 'It comes back at every meeting until it is done.' : '',
      shownBy: action.shownBy ?? '',
      updates: updates.map((update) => ({
        text: update.words,
        note: `${sayDate(update.saidOn)}${update.saidBy ? `, ${update.saidBy}` : ''}`,
        pill: presentSaid(update.said),
      })),
      changes: versions.slice(1).map(({ words, savedBy, savedOn, savedTime }) => ({
        text: String(words.words),
        note: `${words.owner}, by ${sayDate(String(words.due_on))} · saved at ${savedTime} on ${sayDate(savedOn)}${savedBy ? ` by ${savedBy}` : ''}`,
      })),
      decisionHref: action.decisionId ? paths.decision(action.decisionId) : '',
      editHref: visit.can('meetings:write') && !found.isAgreed ? paths.editAction(action.id) : '',
      update:
        maySay(action, visit) && action.doneOn === null
          ? {
              title: isMine ? 'How does it stand?' : 'Write down how it stands',
              action: `${paths.action(action.id)}/update`,
              said: makeSelect('said', { label: 'How it stands', value: visit.form.said }, SAID, errors),
              words: makeField(
                'words',
                {
                  label: 'In a sentence',
                  hint: 'If it is done: what shows it. No child’s name. It can be released on request.',
                  value: visit.form.words,
                  rows: 3,
                },
                errors,
              ),
            }
          : null,
    },
    page: {
      isNarrow: true,
      back: { href: paths.meeting(action.meetingId), text: 'The meeting' },
      ...listErrors(errors),
      ...(done ? { notice: { text: done, isSuccess: true } } : {}),
    },
  }
}

export async function showEditAction(visit: Visit): Promise<Answer> {
  return showEdit(visit, [])
}

export async function submitEditAction(visit: Visit): Promise<Answer> {
  const form = takeChoice(visit.form)
  const read = (name: string) => tidy(form[name] ?? '').trim()
  const from = Number(form.version ?? 0)
  const errors: FieldError[] = []
  if (read('words') === '') errors.push({ field: 'words', text: 'Say what is to be done.' })
  if (read('owner') === '')
    errors.push({ field: 'owner', text: 'Say who does it: an action without a name is nobody’s.' })
  if (!isIsoDate(read('due')))
    errors.push({ field: 'due', text: 'Enter a day that exists, as year-month-day: 2026-10-13.' })
  if (errors.length > 0) return showEdit(visit, errors)
  const outcome = await visit.database.as(visit.actor, async (query) => {
    const action = await findAction(query, visit.params.id ?? '')
    if (action === null || (await findMinutesState(query, action.meetingId)) === 'agreed') return null
    const owners = await listOwners(query)
    const mine = { words: read('words'), dueOn: read('due'), ...matchOwner(read('owner'), owners) }
    const names = await listNameErrors(query, [
      { field: 'words', words: mine.words },
      { field: 'owner', words: mine.owner },
    ])
    if (names.length > 0) return names
    if (await changeAction(query, action.id, mine, from)) {
      await recordTrace(query, visit.actor, { event: 'action changed', detail: { action: action.id } })
      return 'saved'
    }
    return readClash(query, 'action', action.id, from, {
      words: { column: 'words', label: 'What is to be done', mine: mine.words },
      owner: { column: 'owner', label: 'Who does it', mine: mine.owner, isWhole: true },
      due: { column: 'due_on', label: 'By when', mine: mine.dueOn, isWhole: true },
    })
  })
  if (outcome === null) return notFound
  const href = paths.action(visit.params.id!)
  if (Array.isArray(outcome)) return showEdit(visit, outcome)
  if (outcome === 'saved') return { redirect: `${href}?done=saved` }
  return answerClash([outcome], {
    action: paths.editAction(visit.params.id!),
    keepHref: href,
    back: { href, text: 'The action' },
  })
}

async function showEdit(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const action = await findAction(query, visit.params.id ?? '')
    if (action === null || (await findMinutesState(query, action.meetingId)) === 'agreed') return null
    return { action, owners: await listOwners(query) }
  })
  if (found === null) return notFound
  const { action, owners } = found
  const { form } = visit
  return {
    template: 'features/governance/pages/edit-action.njk',
    title: 'Change an action',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: 'Change what is to be done, who does it, or by when.',
      action: paths.editAction(action.id),
      version: form.version ?? String(action.version),
      owners: owners.map(({ text }) => text),
      cancelHref: paths.action(action.id),
      fields: [
        makeField('words', { label: 'What is to be done', value: form.words ?? action.words, rows: 3 }, errors),
        {
          ...makeField(
            'owner',
            { label: 'Who does it', hint: 'Choose or type a job title', value: form.owner ?? action.owner },
            errors,
          ),
          attributes: { list: 'owners' },
        },
        makeField(
          'due',
          {
            label: 'By when',
            hint: 'Year-month-day',
            value: form.due ?? action.dueOn,
            classes: 'govuk-input--width-10',
          },
          errors,
        ),
      ],
    },
    page: { isNarrow: true, back: { href: paths.action(action.id), text: 'The action' }, ...listErrors(errors) },
  }
}

function maySay(action: Action, visit: Visit): boolean {
  return action.ownerPersonId === visit.actor.personId || visit.can('meetings:write')
}

function presentSaid(said: ActionUpdate['said']): { state: string; text: string } {
  return {
    done: { state: 'kept', text: 'done' },
    stuck: { state: 'not-kept', text: 'stuck' },
    'on the way': { state: 'on-the-way', text: 'on the way' },
  }[said]
}
