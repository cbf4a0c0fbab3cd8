import {
  type Condition,
  FILTER_KINDS,
  type Filter,
  type FilterKind,
  listFields,
  OPERATORS,
} from '../../../domain/local-measures/filter.ts'
import { type LocalMeasure, type LocalWords, localWordsShape } from '../../../domain/local-measures/local-measure.ts'
import type { FieldError } from '../../../web/form-field.ts'

/** As typed. */
export type TypedMeasure = Record<
  | 'plainTitle'
  | 'title'
  | 'why'
  | 'theme'
  | 'kind'
  | 'direction'
  | 'period'
  | 'counted'
  | 'met'
  | 'source'
  | 'sensitive'
  | 'how'
  | 'factKind'
  | 'when'
  | 'base'
  | 'countedWhere'
  | 'metWhere'
  | 'reason',
  string
>
type Field = keyof TypedMeasure
const FIELDS: Field[] = [
  'plainTitle',
  'title',
  'why',
  'theme',
  'kind',
  'direction',
  'period',
  'counted',
  'met',
  'source',
  'sensitive',
  'how',
  'factKind',
  'when',
  'base',
  'countedWhere',
  'metWhere',
  'reason',
]

export function readTypedMeasure(form: Record<string, string>): TypedMeasure {
  return Object.fromEntries(FIELDS.map((field) => [field, (form[field] ?? '').trim()])) as TypedMeasure
}

/** What is on file, as it would have been typed. */
export function typedFrom({ words, filter }: LocalMeasure): TypedMeasure {
  return {
    plainTitle: words.plainTitle,
    title: words.title,
    why: words.whyItMatters,
    theme: words.theme,
    kind: words.kind,
    direction: words.direction,
    period: words.period,
    counted: words.whoIsCounted,
    met: words.whoIsMet,
    source: words.source,
    sensitive: words.isSensitive ? 'yes' : 'no',
    how: filter === null ? 'typed' : 'filter',
    factKind: filter?.kind ?? '',
    when: filter?.when ?? '',
    base: filter?.base ?? '',
    countedWhere: (filter?.counted ?? []).map(sayCondition).join('\n'),
    metWhere: (filter?.met ?? []).map(sayCondition).join('\n'),
    reason: '',
  }
}

export function sayCondition({ field, operator, value }: Condition): string {
  return `${field} ${operator} ${value}`.trim()
}

const WORDS: [Field, number, string][] = [
  ['plainTitle', 5, 'Name it in words that a young person would use, in five letters or more.'],
  ['title', 5, 'Name it as officers do, in five letters or more.'],
  ['why', 10, 'Say in a sentence what it means for children.'],
  ['counted', 5, 'Say who is counted: a percentage of what.'],
  ['met', 5, 'Say who is met: those in the upper number.'],
  ['source', 3, 'Say who decided to count it, or where the definition comes from.'],
]
const CHOICES: [Field, string][] = [
  ['theme', 'Choose what it is about.'],
  ['kind', 'Choose what kind of number it is.'],
  ['direction', 'Choose which way is good. Numbers in care and cost have no good direction.'],
  ['period', 'Choose what time it speaks of.'],
  ['sensitive', 'Say whether it tells of health, offending, coming here alone, faith or sexuality.'],
  ['how', 'Choose where its numbers come from.'],
]

/** A measure from what was typed, or what is wrong with it, in sentences that say what to do. */
export function checkMeasure(
  typed: TypedMeasure,
  isChange: boolean,
): { errors: FieldError[]; measure: Pick<LocalMeasure, 'words' | 'filter'> | null } {
  const errors: FieldError[] = WORDS.flatMap(([field, least, text]) =>
    typed[field].length < least ? [{ field, text }] : [],
  )
  for (const [field, text] of CHOICES) if (typed[field] === '') errors.push({ field, text })
  if (typed.how === 'filter' && typed.kind === 'mean')
    errors.push({ field: 'kind', text: 'A filter counts children: choose a number or a percentage.' })
  const filter = typed.how === 'filter' ? readFilter(typed, errors) : null
  if (isChange && typed.reason === '')
    errors.push({ field: 'reason', text: 'Say why it changes. What it counted before stays on file.' })
  const period = filter === null ? typed.period : filter.when === 'in the year' ? 'year' : 'as at'
  const words = localWordsShape.safeParse({
    title: typed.title,
    plainTitle: typed.plainTitle,
    whyItMatters: typed.why,
    theme: typed.theme,
    askedForByChildren: false,
    kind: typed.kind,
    direction: typed.direction,
    period,
    decimals: typed.kind === 'mean' ? 1 : 0,
    whoIsCounted: typed.counted,
    whoIsMet: typed.met,
    source: typed.source,
    isSensitive: typed.sensitive === 'yes',
  } satisfies Record<keyof Omit<LocalWords, 'unit'>, unknown>)
  if (errors.length > 0) return { errors, measure: null }
  if (!words.success) return { errors: [{ field: 'theme', text: 'Choose from the lists.' }], measure: null }
  return { errors, measure: { words: words.data, filter } }
}

function readFilter(typed: TypedMeasure, errors: FieldError[]): Filter | null {
  const kind = FILTER_KINDS.find((one) => one === typed.factKind)
  if (!kind) errors.push({ field: 'factKind', text: 'Choose the kind of fact it looks at.' })
  if (typed.when !== 'on the day' && typed.when !== 'in the year')
    errors.push({ field: 'when', text: 'Choose which of these facts count.' })
  if (typed.base !== 'in care' && typed.base !== 'with the fact')
    errors.push({ field: 'base', text: 'Choose who is counted.' })
  if (!kind) return null
  const counted = readConditions('countedWhere', typed.countedWhere, kind, errors)
  const met = readConditions('metWhere', typed.metWhere, kind, errors)
  return { kind, when: typed.when as Filter['when'], base: typed.base as Filter['base'], counted, met }
}

const LINE = new RegExp(`^(\\w+)\\s+(${OPERATORS.toSorted((a, b) => b.length - a.length).join('|')})(?:\\s+(.*))?$`)

/** One condition a line: field, operator, value. */
function readConditions(field: Field, text: string, kind: FilterKind, errors: FieldError[]): Condition[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return lines.flatMap((line, index) => {
    const fault = (words: string) => {
      errors.push({ field, text: `Line ${index + 1}: ${words}` })
      return []
    }
    const [, name, operator, value = ''] = line.match(LINE) ?? []
    if (!name || !operator)
      return fault(`write a field, then one of ${OPERATORS.join(', ')}, then a value. For example: age at least 16.`)
    if (!listFields(kind).includes(name))
      return fault(`there is no “${name}” here. Choose from ${listFields(kind).join(', ')}.`)
    const isBare = operator === 'is known' || operator === 'is not known'
    if (!isBare && value.trim() === '')
      return fault('add what to compare with. Several are written with commas between.')
    return [{ field: name, operator: operator as Condition['operator'], value: isBare ? '' : value.trim() }]
  })
}
