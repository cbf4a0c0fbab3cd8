import type { Query } from '../../../database/database.ts'
import { isIsoDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import type { FieldError } from '../../../web/form-field.ts'
import type { Visit } from '../../../web/route.ts'
import type { Clash } from '../clash/clash.presenter.ts'
import { findVersion, listVersions } from '../clash/version.store.ts'
import { addDecision, type Outcome } from '../decision.store.ts'
import { type AgendaItem, listItems, type Meeting } from '../meeting.store.ts'
import { listNameErrors } from '../names/find-names.ts'
import { addAction, listOwners, type OwnerChoice } from './action.store.ts'
import { listMinutes, type Minute, saveMinute } from './minutes.store.ts'

export const OUTCOMES: readonly Outcome[] = ['yes', 'no, because', 'noted']

export interface Saved {
  clashes: Clash[]
  errors: FieldError[]
  /** The version of each minute that is now there, by item. */
  versions: Record<string, number>
  /** What was typed of a decision or an action that lacks a part: not saved, and not lost. */
  unsaved: Record<string, string>
}

/**
 * Everything the page holds, item by item: minutes that were typed in, a decision, an action. What lacks a part is not saved and
 * stays typed; what somebody else changed meanwhile is not overwritten; the rest is saved.
 */
export async function saveMinutes(
  query: Query,
  visit: Visit,
  meeting: Meeting,
  form: Record<string, string>,
): Promise<Saved> {
  const saved: Saved = { clashes: [], errors: [], versions: {}, unsaved: {} }
  const items = await listItems(query, meeting.id)
  const minutes = await listMinutes(query, meeting.id)
  const owners = await listOwners(query)
  for (const item of items) {
    await saveWords(
      query,
      visit,
      item,
      minutes.find(({ itemId }) => itemId === item.id),
      form,
      saved,
    )
    const decisionId = await saveDecision(query, visit, meeting, item, form, saved)
    await saveAction(query, visit, item, decisionId, owners, form, saved)
  }
  return saved
}

async function saveWords(
  query: Query,
  visit: Visit,
  item: AgendaItem,
  there: Minute | undefined,
  form: Record<string, string>,
  saved: Saved,
): Promise<void> {
  const typed = form[`words-${item.id}`]
  const from = Number(form[`version-${item.id}`] ?? 0)
  if (there) saved.versions[item.id] = there.version
  if (typed === undefined || !Number.isInteger(from)) return
  const mine = tidy(typed)
  if (mine === (there?.words ?? '')) return
  const began = there && from > 0 ? await findVersion(query, 'minute', there.id, from) : null
  const base = String(began?.words.words ?? '')
  // I changed nothing since I opened it: what somebody else wrote stays.
  if (mine === base) return
  const version = from === (there?.version ?? 0) ? await saveMinute(query, visit.actor, item, mine, from) : null
  if (version !== null) {
    saved.versions[item.id] = version
    await recordTrace(query, visit.actor, { event: 'minutes saved', detail: { item: item.id, version } })
    return
  }
  const now = there ?? (await listMinutes(query, item.meetingId)).find(({ itemId }) => itemId === item.id)!
  const [standing] = await listVersions(query, 'minute', now.id)
  saved.clashes.push({
    standing: standing!,
    fields: [
      {
        name: `words-${item.id}`,
        label: item.title ?? 'Young people’s item',
        rows: 8,
        base,
        theirs: String(standing!.words.words ?? ''),
        mine,
      },
    ],
    hidden: { [`version-${item.id}`]: String(standing!.version) },
  })
}

async function saveDecision(
  query: Query,
  visit: Visit,
  meeting: Meeting,
  item: AgendaItem,
  form: Record<string, string>,
  saved: Saved,
): Promise<string | null> {
  const read = (name: string) => tidy(form[`${name}-${item.id}`] ?? '')
  const [title, words, outcome] = [read('decision'), read('decided'), read('outcome')]
  if (title === '' && words === '') return null
  const errors: FieldError[] = []
  if (title === '') errors.push({ field: `decision-${item.id}`, text: 'Say in a few words what was decided.' })
  if (words === '') errors.push({ field: `decided-${item.id}`, text: 'Write the decision as it is minuted.' })
  if (!OUTCOMES.includes(outcome as Outcome))
    errors.push({ field: `outcome-${item.id}`, text: 'Choose how it was decided.' })
  errors.push(
    ...(await listNameErrors(query, [
      { field: `decision-${item.id}`, words: title },
      { field: `decided-${item.id}`, words },
    ])),
  )
  if (errors.length > 0) return keepTyped(saved, errors, form, ['decision', 'decided', 'outcome'], item)
  const { id: itemId, meetingId, bodyId } = item
  const decision = { itemId, meetingId, bodyId, title, words, outcome: outcome as Outcome }
  const id = await addDecision(query, visit.actor.authorityId, decision, meeting.day)
  await recordTrace(query, visit.actor, { event: 'decision minuted', detail: { decision: id } })
  return id
}

async function saveAction(
  query: Query,
  visit: Visit,
  item: AgendaItem,
  decisionId: string | null,
  owners: OwnerChoice[],
  form: Record<string, string>,
  saved: Saved,
): Promise<void> {
  const read = (name: string) => tidy(form[`${name}-${item.id}`] ?? '')
  const [words, owner, dueOn] = [read('action'), read('owner'), read('due')]
  if (words === '' && owner === '') return
  const errors: FieldError[] = []
  if (words === '') errors.push({ field: `action-${item.id}`, text: 'Say what is to be done.' })
  if (owner === '')
    errors.push({ field: `owner-${item.id}`, text: 'Say who does it: an action without a name is nobody’s.' })
  if (!isIsoDate(dueOn))
    errors.push({ field: `due-${item.id}`, text: 'Enter a day that exists, as year-month-day: 2026-10-13.' })
  errors.push(
    ...(await listNameErrors(query, [
      { field: `action-${item.id}`, words },
      { field: `owner-${item.id}`, words: owner },
    ])),
  )
  if (errors.length > 0) {
    keepTyped(saved, errors, form, ['action', 'owner', 'due'], item)
    return
  }
  const { id: itemId, meetingId, bodyId } = item
  const id = await addAction(query, visit.actor.authorityId, {
    ...{ itemId, meetingId, bodyId, decisionId, words, dueOn },
    ...matchOwner(owner, owners),
  })
  await recordTrace(query, visit.actor, { event: 'action minuted', detail: { action: id } })
}

function keepTyped(
  saved: Saved,
  errors: FieldError[],
  form: Record<string, string>,
  names: string[],
  { id }: AgendaItem,
): null {
  saved.errors.push(...errors)
  for (const name of names) saved.unsaved[`${name}-${id}`] = form[`${name}-${id}`] ?? ''
  return null
}

/** One of those who can be named, chosen from the list or typed; else the words alone. */
export function matchOwner(typed: string, owners: OwnerChoice[]): { owner: string; ownerPersonId: string | null } {
  const alike = owners.filter(({ text, label, name }) =>
    [text, label, name].some((one) => one.toLowerCase() === typed.toLowerCase()),
  )
  return alike.length === 1
    ? { owner: alike[0]!.label, ownerPersonId: alike[0]!.personId }
    : { owner: typed, ownerPersonId: null }
}

export function tidy(typed: string): string {
  return typed.replaceAll('\r\n', '\n').trimEnd()
}
