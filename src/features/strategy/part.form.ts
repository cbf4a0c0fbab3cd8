import { isIsoDate } from '../../domain/shared/calendar-date.ts'
import { LEGAL_PRINCIPLES } from '../../domain/strategy/principles.ts'
import {
  type PartKind,
  STATEMENT_KINDS,
  type StatementKind,
  type StrategyPart,
} from '../../domain/strategy/strategy.ts'
import type { NewPart } from './strategy.store.ts'
import type { FieldError } from './version.form.ts'

export interface PartTyped {
  title: string
  words: string
  statementKind: string
  areaId: string
  onDay: string
  isChildren: boolean
  principles: number[]
}

export const EMPTY_PART: PartTyped = {
  title: '',
  words: '',
  statementKind: '',
  areaId: '',
  onDay: '',
  isChildren: false,
  principles: [],
}

export function typedFrom(part: StrategyPart): PartTyped {
  return {
    ...part,
    statementKind: part.statementKind ?? '',
    areaId: part.areaId ?? '',
    onDay: part.onDay ?? '',
  }
}

/** One part of a draft, by its kind: what its kind does not have is not taken. */
export function checkPart(
  form: Record<string, string>,
  kind: PartKind,
  areas: readonly { id: string }[],
): { typed: PartTyped; errors: FieldError[]; value: NewPart } {
  const text = (name: string) => (form[name] ?? '').replace(/\r\n/g, '\n').trim()
  const typed: PartTyped = {
    title: text('title'),
    words: text('words'),
    statementKind: text('statementKind'),
    areaId: text('areaId'),
    onDay: text('onDay'),
    isChildren: text('isChildren') === 'yes',
    principles: LEGAL_PRINCIPLES.map(({ number }) => number).filter((number) => text(`principle${number}`) === 'yes'),
  }
  const errors: FieldError[] = []
  if (typed.title === '') errors.push({ field: 'title', text: 'Write it in a sentence.' })
  if (typed.title.length > 500)
    errors.push({ field: 'title', text: 'Say it in 500 letters at most, and the rest below.' })
  if (typed.words.length > 4000) errors.push({ field: 'words', text: 'Say it in 4,000 letters at most.' })
  if (kind === 'statement' && !STATEMENT_KINDS.includes(typed.statementKind as StatementKind))
    errors.push({ field: 'statementKind', text: 'Choose what kind of statement it is.' })
  if (kind === 'statement' && !areas.some(({ id }) => id === typed.areaId))
    errors.push({ field: 'areaId', text: 'Choose the priority it stands under.' })
  if (kind === 'step' && typed.onDay !== '' && !isIsoDate(typed.onDay))
    errors.push({ field: 'onDay', text: 'Enter a day that exists, as year-month-day, or leave it empty.' })
  const isStatement = kind === 'statement'
  return {
    typed,
    errors,
    value: {
      kind,
      title: typed.title,
      words: typed.words,
      areaId: isStatement ? typed.areaId : null,
      statementKind: isStatement ? (typed.statementKind as StatementKind) : null,
      onDay: kind === 'step' && typed.onDay !== '' ? typed.onDay : null,
      isChildren: kind === 'contributor' && typed.isChildren,
      principles: kind === 'area' ? typed.principles : [],
    },
  }
}
