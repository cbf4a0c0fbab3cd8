import { sayCode } from '../../../domain/record/code-words.ts'
import { eventKinds } from '../../../domain/record/event-kinds.ts'
import type { IsoDate } from '../../../domain/shared/calendar-date.ts'
import { codeSets } from '../../../domain/ssda903/codes.ts'
import type { RecordedEvent } from '../../../shapes/event/ledger.store.ts'
import { type Field, listFields, type Typed } from '../correct.form.ts'
import { sayFact } from './say-fact.ts'

const LABELS: Record<string, string> = {
  sex: 'Sex',
  ethnicity: 'Ethnic background',
  isMother: 'Is a mother',
  motherOfChildBornOn: 'Their child was born on',
  upn: 'Pupil number',
  reasonForNewEpisode: 'Why it began',
  legalStatus: 'Legal status',
  need: 'Main need',
  placement: 'Kind of home',
  provider: 'Who provides it',
  reasonEnded: 'Why it ended',
  reasonPlaceChanged: 'Why they moved on',
  homePostcode: 'Postcode of the family home',
  placementPostcode: 'Postcode where they live',
  urn: 'The home’s number',
  participation: 'How they took part',
  paper: 'Which paper',
  worker: 'Registration number of the worker',
  reason: 'Why the worker changed',
  sdqScore: 'Strengths and difficulties score',
  sdqReason: 'Why there is no score',
  developmentCheck: 'Development checks done',
  immunisations: 'Immunisations up to date',
  teethCheck: 'Seen by a dentist',
  healthAssessment: 'Yearly health check',
  substanceMisuse: 'Substance misuse found',
  interventionReceived: 'Had help for it',
  interventionOffered: 'Was offered help',
  convicted: 'Convicted or cautioned',
  inTouch: 'In touch',
  activity: 'Work or learning',
  accommodation: 'Where they live',
  matchedOn: 'Matched on',
  byFormerCarer: 'By their foster carer',
  adopters: 'How many adopters',
  adopterSex: 'Sex of adopters',
  adopterStatus: 'Their legal status',
  reasonCeased: 'Why the decision ended',
  order: 'Kind of earlier home',
  authority: 'Council or country',
  orderDate: 'Date of the order',
  type: 'Missing or away',
}

export function presentCorrection(
  found: { event: RecordedEvent; name: string },
  typed: Typed,
  errors: { field: string; text: string }[],
  today: IsoDate,
): Record<string, unknown> {
  const { event } = found
  const kind = eventKinds[event.kind]
  const errorOf = (field: string) => {
    const error = errors.find((one) => one.field === field)
    return error ? { errorMessage: { text: error.text } } : {}
  }
  const isBirth = kind.key === 'child'
  return {
    sentence: `What should this say about ${found.name}?`,
    now: `Now it says: ${kind.title}. ${sayFact(event.kind, event.data)}`,
    master:
      kind.systemOfRecord === 'case system'
        ? 'The council’s case system is the master of this fact. Put it right there too, or the next return brings the old value back.'
        : 'Kept is the master of this fact.',
    was: {
      name: 'was',
      idPrefix: 'was',
      ...errorOf('was'),
      fieldset: { legend: { text: 'What is wrong?', classes: 'govuk-fieldset__legend--m' } },
      items: [
        { value: 'otherwise', text: 'It was otherwise', checked: typed.was !== 'never' },
        { value: 'never', text: 'It never happened', checked: typed.was === 'never' },
      ],
    },
    dates: [
      {
        id: 'startsOn',
        name: 'startsOn',
        type: 'date',
        value: typed.startsOn,
        classes: 'govuk-input--width-10',
        label: { text: isBirth ? 'Date of birth' : 'From' },
        attributes: { max: today },
        ...errorOf('startsOn'),
      },
      {
        id: 'endsOn',
        name: 'endsOn',
        type: 'date',
        value: typed.endsOn,
        classes: 'govuk-input--width-10',
        label: { text: 'To' },
        hint: { text: 'Empty while it is still so' },
        ...errorOf('endsOn'),
      },
    ],
    fields: listFields(event.kind).map((field) => presentField(field, typed[field.name] ?? '', errorOf(field.name))),
    why: {
      id: 'why',
      name: 'why',
      value: typed.why,
      rows: 3,
      maxlength: 500,
      label: { text: 'Why is it put right?', classes: 'govuk-label--s' },
      hint: { text: 'Whoever reads the record later will see your reason beside what was there before' },
      ...errorOf('why'),
    },
  }
}

function presentField(field: Field, value: string, error: object) {
  const base = { id: field.name, name: field.name, label: { text: LABELS[field.name] ?? field.name }, ...error }
  const empty = { value: '', text: 'Not known, or none', selected: value === '' }
  if (field.codeSet !== null) {
    const set = field.codeSet
    const items = [...codeSets[set].codes.keys()].map((code) => ({
      value: code,
      text: `${sayCode(set, code)} (${code})`,
      selected: code === value,
    }))
    return { isSelect: true, options: { ...base, items: [empty, ...items] } }
  }
  if (field.type === 'yes or no') {
    return {
      isSelect: true,
      options: {
        ...base,
        items: [empty, ...['yes', 'no'].map((answer) => ({ value: answer, text: answer, selected: answer === value }))],
      },
    }
  }
  return {
    isSelect: false,
    options: {
      ...base,
      value,
      classes: 'govuk-input--width-20',
      ...(field.type === 'date' ? { type: 'date' } : {}),
      ...(field.type === 'number' ? { inputmode: 'numeric' } : {}),
    },
  }
}
