import { normalisePostcode } from '../../domain/geography/postcode.ts'
import { type EventKindName, eventKinds, type Fact } from '../../domain/record/event-kinds.ts'
import { collectionYear, collectionYearOf, type IsoDate, isIsoDate } from '../../domain/shared/calendar-date.ts'
import { type CodeSetName, codeSets } from '../../domain/ssda903/codes.ts'

/** Which list of codes a field of a fact takes; fields not here are text, a number, yes or no, or a date. */
const CODES: Record<string, CodeSetName> = {
  sex: 'sex',
  ethnicity: 'ethnicity',
  reasonForNewEpisode: 'reasonForNewEpisode',
  legalStatus: 'legalStatus',
  need: 'need',
  placement: 'placement',
  provider: 'provider',
  reasonEnded: 'reasonEnded',
  reasonPlaceChanged: 'reasonPlaceChanged',
  participation: 'participation',
  reason: 'workerReason',
  sdqReason: 'sdqReason',
  inTouch: 'inTouch',
  activity: 'activity',
  accommodation: 'accommodation',
  order: 'previousPermanence',
  reasonCeased: 'reasonPlacedCeased',
  adopterSex: 'adopterSex',
  adopterStatus: 'adopterStatus',
  type: 'missing',
}

const YES_NO = new Set([
  'isMother',
  'developmentCheck',
  'immunisations',
  'teethCheck',
  'healthAssessment',
  'substanceMisuse',
  'interventionReceived',
  'interventionOffered',
  'convicted',
  'byFormerCarer',
])
const NUMBERS = new Set(['sdqScore', 'adopters'])
const DATES = new Set(['motherOfChildBornOn', 'matchedOn'])

/** Kinds whose end is a day of its own, and so is asked for. */
const WITH_END = new Set<EventKindName>([
  'episode',
  'placement_address',
  'social_worker',
  'unaccompanied',
  'adoption_decision',
  'missing',
  'document_held',
])
const POSTCODES = new Set(['homePostcode', 'placementPostcode'])

export interface Field {
  name: string
  type: 'code' | 'yes or no' | 'number' | 'date' | 'text'
  codeSet: CodeSetName | null
}

/** The fields of a kind of fact, from its own shape. */
export function listFields(kind: EventKindName): Field[] {
  return Object.keys(eventKinds[kind].payload.shape).map((name) => ({
    name,
    codeSet: CODES[name] ?? null,
    type: CODES[name]
      ? 'code'
      : YES_NO.has(name)
        ? 'yes or no'
        : NUMBERS.has(name)
          ? 'number'
          : DATES.has(name)
            ? 'date'
            : 'text',
  }))
}

export function asksForEnd(kind: EventKindName): boolean {
  return WITH_END.has(kind)
}

export type Typed = Record<string, string>

/** What the form holds before anybody types: the fact as it stands. */
export function typedFrom(
  fact: { startsOn: IsoDate; endsOn: IsoDate | null; data: Record<string, unknown> },
  kind: EventKindName,
): Typed {
  const typed: Typed = { was: 'otherwise', startsOn: fact.startsOn, endsOn: fact.endsOn ?? '', why: '' }
  for (const { name } of listFields(kind)) {
    const value = fact.data[name]
    typed[name] =
      value === null || value === undefined ? '' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  }
  return typed
}

export type CheckedCorrection = {
  errors: { field: string; text: string }[]
  fact: Fact | null
  isVoid: boolean
  reason: string
}

/** Checks what was typed, by the fact's own shape. Each error says what to do. */
export function checkCorrection(typed: Typed, before: Typed, kind: EventKindName, today: IsoDate): CheckedCorrection {
  const errors: CheckedCorrection['errors'] = []
  const reason = (typed.why ?? '').trim()
  if (reason.length < 10)
    errors.push({ field: 'why', text: 'Say in a few words why this is put right: at least ten letters.' })
  if (reason.length > 500) errors.push({ field: 'why', text: 'Keep the reason to 500 letters.' })
  if (typed.was === 'never') return { errors, fact: null, isVoid: true, reason }
  const startsOn = (typed.startsOn ?? '').trim()
  const endsOn = asksForEnd(kind) ? (typed.endsOn ?? '').trim() : endFrom(startsOn, before.endsOn ?? '', kind)
  if (!isIsoDate(startsOn))
    errors.push({ field: 'startsOn', text: `Enter a day that exists, as year-month-day: ${today}.` })
  else if (startsOn > today)
    errors.push({ field: 'startsOn', text: 'Choose a day up to today: this has happened already.' })
  else if (eventKinds[kind].key === 'year' && !startsOn.endsWith('-04-01'))
    errors.push({ field: 'startsOn', text: 'Choose a 1 April: this says how things were in the year from that day.' })
  if (asksForEnd(kind) && endsOn !== '' && !isIsoDate(endsOn))
    errors.push({ field: 'endsOn', text: 'Enter a day that exists, as year-month-day, or leave it empty.' })
  else if (asksForEnd(kind) && endsOn !== '' && endsOn < startsOn)
    errors.push({ field: 'endsOn', text: 'Choose an end on or after the beginning.' })
  const data: Record<string, unknown> = {}
  for (const field of listFields(kind)) data[field.name] = readField(field, typed[field.name] ?? '', errors)
  const parsed = eventKinds[kind].payload.safeParse(data)
  for (const issue of parsed.success ? [] : parsed.error.issues) {
    const field = String(issue.path[0])
    if (!errors.some((error) => error.field === field))
      errors.push({ field, text: 'This cannot be left empty or be like that. Choose or write what it should say.' })
  }
  const names = ['startsOn', ...(asksForEnd(kind) ? ['endsOn'] : []), ...listFields(kind).map((field) => field.name)]
  if (errors.length === 0 && names.every((name) => (typed[name] ?? '').trim() === (before[name] ?? '')))
    errors.push({ field: 'was', text: 'Nothing is changed yet. Change what is wrong, or choose “It never happened”.' })
  const fact =
    errors.length === 0 && parsed.success
      ? ({ kind, startsOn, endsOn: endsOn === '' ? null : endsOn, data: parsed.data } as Fact)
      : null
  return { errors, fact, isVoid: false, reason }
}

/** The end of a fact that has none of its own to ask for: the day itself, or the end of its year. */
function endFrom(startsOn: IsoDate, endBefore: IsoDate | '', kind: EventKindName): IsoDate | '' {
  if (endBefore === '' || !isIsoDate(startsOn)) return endBefore
  return eventKinds[kind].key === 'year' ? collectionYear(collectionYearOf(startsOn)).to : startsOn
}

function readField(field: Field, text: string, errors: CheckedCorrection['errors']): unknown {
  const value = text.trim()
  if (value === '') return null
  if (field.type === 'yes or no') return value === 'yes' ? true : value === 'no' ? false : null
  if (field.type === 'number') {
    if (!/^\d{1,3}$/.test(value)) errors.push({ field: field.name, text: 'Enter a whole number.' })
    return Number(value)
  }
  if (field.type === 'date' && !isIsoDate(value))
    errors.push({ field: field.name, text: 'Enter a day that exists, as year-month-day.' })
  if (POSTCODES.has(field.name)) return normalisePostcode(value)
  if (field.codeSet !== null && !codeSets[field.codeSet].codes.has(value))
    errors.push({ field: field.name, text: 'Choose one of the list.' })
  return value
}
