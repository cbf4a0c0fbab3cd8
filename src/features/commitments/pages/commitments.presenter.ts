import { findNext } from '../../../domain/commitments/event-words.ts'
import { daysBetween, type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { ItemUpdateOf } from '../../../shapes/plan/item-update.store.ts'
import type { LooseProgress } from '../../../shapes/plan/loose-progress.store.ts'
import type { Plan, PlanItem } from '../../../shapes/plan/plan.store.ts'
import { owedOf, presentStanding, promisePaths, sayCount, sayOwed, sayWho } from '../../promises/index.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import type { CommitmentEvent } from '../event.store.ts'
import { KIND_WORDS } from './event.presenter.ts'
import { toRow } from './progress.presenter.ts'

/** What each directorate committed to, and how it stands today. */
export function presentCommitments(plan: Plan, today: IsoDate) {
  const silent = plan.items.filter(({ lastUpdate }) => lastUpdate === null).length
  const done = plan.items.filter(({ progress }) => progress === 'done').length
  const broken = plan.items.filter(({ progress }) => progress === 'broken down').length
  return {
    sentence: `${sayCount(done)} of ${sayFew(plan.items.length)} commitments ${done === 1 ? 'is' : 'are'} done and ${sayFew(broken)} broke down; about ${sayFew(silent)} nobody has said a word.`,
    lead: sayGiven(plan),
    directorates: byDirectorate(plan.items).map(([title, items]) => ({
      title,
      href: items[0]?.directorate ? commitmentPaths.directorate(title) : '',
      who: [...new Set(items.map(sayWho))].join('; '),
      rows: items.map((item) => ({
        text: item.title,
        href: promisePaths.action(item.id),
        note: item.lastUpdate
          ? `${sayDate(item.lastUpdate.saidOn)}: ${item.lastUpdate.words}`
          : 'Nobody has said anything yet.',
        pill: presentStanding(item, today),
      })),
    })),
  }
}

/** The first page for one year on: what was said about each, in order, and in plain sight what nobody spoke of. */
export function presentOneYearOn(
  { plan, updates, loose }: { plan: Plan; updates: ItemUpdateOf[]; loose: LooseProgress[] },
  today: IsoDate,
) {
  const silent = plan.items.filter(({ id }) => !updates.some(({ itemId }) => itemId === id))
  const asked = plan.items.filter((item) => owedOf(item, today) !== null)
  const when = plan.agreedOn ? `${sayTime(daysBetween(plan.agreedOn, today))} on` : 'Since then'
  return {
    sentence: `${when}, ${sayFew(plan.items.length - silent.length)} of ${sayFew(plan.items.length)} commitments can say what came of them.`,
    lead: `${sayGiven(plan)} As at ${sayDate(today)}.`,
    silent: silent.map((item) => ({
      text: item.title,
      href: promisePaths.action(item.id),
      note: `${item.directorate ?? 'No directorate'} · ${sayWho(item)}`,
      pill: { state: 'unknown', text: 'no word' },
    })),
    asked: asked.length,
    loose: loose
      .filter(({ saidOn }) => plan.agreedOn === null || saidOn >= plan.agreedOn)
      .map((one) => ({
        ...toRow(one),
        note: [one.directorate, one.report, sayDate(one.saidOn)].filter(Boolean).join(' · '),
      })),
    directorates: byDirectorate(plan.items).map(([title, items]) => ({
      title,
      items: items.map((item) => ({
        title: item.title,
        href: promisePaths.action(item.id),
        pill: presentStanding(item, today),
        owed: sayOwed(owedOf(item, today)),
        wayToTell: item.wayToTell ? `How we can tell: ${lowerFirst(item.wayToTell)}.` : 'Nobody said how we can tell.',
        said: updates
          .filter(({ itemId }) => itemId === item.id)
          .map(({ words, saidOn, progress, proofTitle, isJoined, saidAs }) => ({
            when: sayDate(saidOn),
            words,
            progress: progress ?? '',
            proof: proofTitle
              ? `What shows it: ${proofTitle}`
              : isJoined
                ? `Told in “${saidAs}”, and joined to it since.`
                : '',
          })),
      })),
    })),
  }
}

/** The next event at which directors say what came of it; null where none is planned. */
export function presentNext(events: readonly CommitmentEvent[], today: IsoDate) {
  const next = findNext(events, today)
  if (next === null) return null
  return { text: next.title, href: commitmentPaths.event(next.id), when: sayDate(next.heldOn) }
}

/** The events, the next first, then those that were, newest first. */
export function presentEvents(events: readonly CommitmentEvent[], today: IsoDate) {
  const toCome = events.filter(({ heldOn }) => heldOn >= today).toReversed()
  const row = (event: CommitmentEvent) => ({
    text: event.title,
    href: commitmentPaths.event(event.id),
    note: `${KIND_WORDS[event.kind]} · ${sayDate(event.heldOn)}`,
    ...(event.heldOn >= today
      ? {
          pill: {
            state: 'on-the-way',
            text: event.heldOn === today ? 'today' : `in ${daysBetween(today, event.heldOn)} days`,
          },
        }
      : {}),
  })
  return [...toCome, ...events.filter(({ heldOn }) => heldOn < today)].map(row)
}

/** What was told without its commitment: in plain sight until somebody joins it. */
export function sayLoose(count: number): string {
  if (count === 0) return ''
  return `${sayCount(count)} ${count === 1 ? 'thing that was told answers' : 'things that were told answer'} no commitment on file`
}

function sayGiven(plan: Plan): string {
  const at = plan.items.find(({ givenAt }) => givenAt !== null)?.givenAt
  return (
    [plan.title, at && `given at ${at}`, plan.agreedOn && `on ${sayDate(plan.agreedOn)}`].filter(Boolean).join(', ') +
    '.'
  )
}

function byDirectorate(items: PlanItem[]): [string, PlanItem[]][] {
  const names = [...new Set(items.map(({ directorate }) => directorate ?? 'No directorate named'))]
  return names.map((name) => [name, items.filter((item) => (item.directorate ?? 'No directorate named') === name)])
}

function sayFew(count: number): string {
  return sayCount(count).toLowerCase()
}

function sayTime(days: number): string {
  if (days >= 330 && days < 540) return 'One year'
  return days < 330
    ? `${sayCount(Math.max(1, Math.round(days / 30.4)))} months`
    : `${sayCount(Math.round(days / 365))} years`
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
