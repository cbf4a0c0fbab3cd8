import { listCarriedOver } from '../../../domain/governance/carried-over.ts'
import { splitParagraphs } from '../../../domain/governance/reading-time.ts'
import { sayMeetingDay } from '../../../domain/governance/say-meeting-day.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { type FieldError, makeField, makeSelect } from '../../../web/form-field.ts'
import type { Decision } from '../decision.store.ts'
import { paths } from '../governance.paths.ts'
import type { AgendaItem, Meeting } from '../meeting.store.ts'
import type { Action, OwnerChoice } from '../minutes/action.store.ts'
import type { Minute, MinutesState, MinutesStep } from '../minutes/minutes.store.ts'
import { type FoundName, sayName } from '../names/find-names.ts'
import { presentOutcome } from './meeting.presenter.ts'
import { presentActionRow } from './present-action.ts'

export interface MinutesFacts {
  meeting: Meeting
  state: MinutesState
  items: AgendaItem[]
  minutes: Minute[]
  decisions: Decision[]
  actions: Action[]
  /** Minuted before this meeting. */
  before: Action[]
  lastDay: IsoDate | null
  steps: MinutesStep[]
  later: { id: string; day: IsoDate }[]
  owners: OwnerChoice[]
  /** Where somebody young may be named: for the clerk. */
  names: FoundName[]
  isChair: boolean
  canWrite: boolean
}

/** The clerk's page while the meeting runs, the chair's while it is a draft, and everybody's once it was checked. */
export function presentMinutes(
  facts: MinutesFacts,
  form: Record<string, string>,
  errors: FieldError[],
  today: IsoDate,
) {
  const { meeting, state, items, minutes, canWrite, isChair } = facts
  const isOpen = canWrite && state !== 'agreed'
  const mayRead = canWrite || isChair || state !== 'draft'
  return {
    sentence: saySentence(facts, today),
    lead: [meeting.body, meeting.time, meeting.place].filter(Boolean).join(' · '),
    action: paths.minutes(meeting.id),
    isOpen,
    isChecked: state === 'checked',
    mayRead,
    carried: presentCarried(facts, today),
    items: items.map((item, index) => presentItem(item, index, facts, form, errors, today, isOpen)),
    owners: isOpen ? facts.owners.map(({ text }) => text) : [],
    steps: facts.steps.map(sayStep),
    check:
      isChair && state === 'draft' && meeting.status === 'held' && minutes.length > 0
        ? {
            action: `${paths.minutes(meeting.id)}/check`,
            field: makeField(
              'words',
              {
                label: 'What is to be put right',
                hint: 'Only if you send them back. It can be released on request.',
                value: form.words,
                rows: 3,
              },
              errors,
            ),
          }
        : null,
    agree:
      canWrite && state === 'checked' && facts.later.length > 0
        ? {
            action: `${paths.minutes(meeting.id)}/agreed`,
            field: makeSelect(
              'at',
              { label: 'Agreed at the meeting on', value: form.at ?? facts.later[0]!.id },
              facts.later.map(({ id, day }) => ({ value: id, text: sayDate(day) })),
              errors,
            ),
          }
        : null,
  }
}

function saySentence({ meeting, state, minutes, canWrite, isChair, items }: MinutesFacts, today: IsoDate): string {
  const day = sayMeetingDay(meeting.day, today)
  if (state === 'agreed') return `The minutes of ${day} are agreed.`
  if (state === 'checked') return `The minutes of ${day} were checked by the chair. The next meeting agrees them.`
  if (!canWrite && !isChair) return `The minutes of ${day} are still being written.`
  const written = minutes.filter(({ words }) => words.trim() !== '').length
  if (written === 0) return `Minutes of ${day}: nothing is written yet.`
  return `Minutes of ${day}: ${written} of ${items.length} items have words. They are a draft.`
}

function presentItem(
  item: AgendaItem,
  index: number,
  { minutes, decisions, actions, names }: MinutesFacts,
  form: Record<string, string>,
  errors: FieldError[],
  today: IsoDate,
  isOpen: boolean,
) {
  const minute = minutes.find(({ itemId }) => itemId === item.id)
  const has = (...names: string[]) => names.some((name) => (form[`${name}-${item.id}`] ?? '') !== '')
  const text = (name: string, parts: Parameters<typeof makeField>[1]) =>
    makeField(`${name}-${item.id}`, { ...parts, value: form[`${name}-${item.id}`] ?? '' }, errors)
  return {
    id: item.id,
    title: `${index + 1}. ${item.isYoungPeoples ? 'Young people’s item: ' : ''}${item.title ?? 'nothing was brought'}`,
    note: [item.broughtBy ? `brought by ${item.broughtBy}` : '', item.isPrivate ? 'private: for members alone' : '']
      .filter(Boolean)
      .join(' · '),
    paragraphs: splitParagraphs(minute?.words ?? ''),
    saved: minute
      ? `Saved at ${minute.savedTime} on ${sayDate(minute.savedOn)}${minute.savedBy ? ` by ${minute.savedBy}` : ''}`
      : '',
    version: String(minute?.version ?? 0),
    typed: isOpen ? '' : (form[`words-${item.id}`] ?? ''),
    names: isOpen ? names.filter(({ field }) => field === item.id).map(sayName) : [],
    versionsHref: isOpen && minute && minute.version > 1 ? paths.versions(minute.id) : '',
    decisions: decisions
      .filter(({ itemId }) => itemId === item.id)
      .map((decision) => ({
        text: decision.title,
        href: paths.decision(decision.id),
        note: decision.words,
        pill: presentOutcome(decision),
      })),
    actions: actions.filter(({ itemId }) => itemId === item.id).map((action) => presentActionRow(action, today)),
    words: makeField(
      `words-${item.id}`,
      { label: 'What was said', value: minute?.words ?? '', rows: countRows(minute?.words ?? '') },
      errors,
    ),
    isDecisionOpen: has('decision', 'decided'),
    isActionOpen: has('action', 'owner'),
    decision: [
      text('decision', { label: 'In a few words' }),
      text('decided', { label: 'As minuted', rows: 3 }),
      makeSelect(
        `outcome-${item.id}`,
        { label: 'How it was decided', value: form[`outcome-${item.id}`] },
        [
          { value: '', text: 'Choose' },
          { value: 'yes', text: 'Agreed' },
          { value: 'no, because', text: 'No, because' },
          { value: 'noted', text: 'Noted' },
        ],
        errors,
      ),
    ],
    newAction: [
      text('action', { label: 'What is to be done' }),
      {
        ...text('owner', { label: 'Who does it', hint: 'Choose or type a job title' }),
        attributes: { list: 'owners' },
      },
      text('due', { label: 'By when', hint: 'Year-month-day', classes: 'govuk-input--width-10' }),
    ],
  }
}

/** Enough to see what is there, and never the whole screen. */
function countRows(words: string): number {
  const lines = words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 90)), 1)
  return Math.min(16, Math.max(5, lines))
}

/** "Actions from last time": what is not done, and what was done since. */
function presentCarried({ before, meeting, lastDay }: MinutesFacts, today: IsoDate) {
  return listCarriedOver(before, meeting.day, lastDay).map((action) => presentActionRow(action, today))
}

function sayStep({ step, words, doneBy, doneOn, agreedAt }: MinutesStep): string {
  const by = doneBy ? ` by ${doneBy}` : ''
  if (step === 'agreed') return `Agreed at the meeting on ${sayDate(agreedAt!)}.`
  if (step === 'checked') return `Checked on ${sayDate(doneOn)}${by}.`
  return `Sent back on ${sayDate(doneOn)}${by}: “${words}”`
}
