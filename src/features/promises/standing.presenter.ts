import { findOwedOfParts, isLate, type Owed, type StandingFacts } from '../../domain/plans/item-standing.ts'
import { type IsoDate, sayDate } from '../../domain/shared/calendar-date.ts'
import type { PlanItem } from '../../shapes/plan/plan.store.ts'
import { promisePaths } from './promises.paths.ts'

export interface Pill {
  state: string
  text: string
}

/** How an action or a commitment stands: late is worked out, and done without anything that shows it is not known. */
export function presentStanding(item: PlanItem, today: IsoDate): Pill {
  if (item.progress === 'done')
    return item.isShown ? { state: 'kept', text: 'done' } : { state: 'unknown', text: 'done, nothing shows it' }
  if (item.progress === 'broken down') return { state: 'not-kept', text: 'broken down' }
  if (isLate(item, today)) return { state: 'not-kept', text: 'late' }
  if (item.progress === 'offered again') return { state: 'on-the-way', text: 'offered again' }
  if (item.progress === 'under way') return { state: 'on-the-way', text: 'under way' }
  return { state: 'unknown', text: item.progress ?? 'nobody has said' }
}

/** As the plan has it; the day itself only where it wrote no words. */
export function sayWhen({ dueAsWritten, dueOn }: Pick<PlanItem, 'dueAsWritten' | 'dueOn'>): string {
  return dueAsWritten || (dueOn ? sayDate(dueOn) : 'no date')
}

export function sayWho({ owners }: Pick<PlanItem, 'owners'>): string {
  return owners.length > 0 ? owners.join(', ') : 'nobody named'
}

export function owedOf(item: PlanItem, today: IsoDate): Owed {
  return findOwedOfParts(toStandingFacts(item), item.parts, today)
}

export function toStandingFacts(item: PlanItem): StandingFacts {
  return { ...item, lastSaidOn: item.lastUpdate?.saidOn ?? null }
}

const OWED_WORDS: Record<NonNullable<Owed>, string> = {
  'broke down': 'broke down: offer it again?',
  late: 'late: say why, or what has been done',
  'no word yet': 'nobody has said anything yet',
  'no word for long': 'no word for over three months',
}

export function sayOwed(owed: Owed): string {
  return owed === null ? '' : OWED_WORDS[owed]
}

/** One action as a row: what, who, by when, and how it stands. */
export function presentActionRow(item: PlanItem, today: IsoDate) {
  return {
    text: `${item.reference ? `${item.reference} ` : ''}${item.title}`,
    href: promisePaths.action(item.id),
    note: `${sayWho(item)} · ${sayWhen(item)}`,
    pill: presentStanding(item, today),
  }
}
