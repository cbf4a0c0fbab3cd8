import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Cover } from '../../../shapes/voice/cover.store.ts'
import type { CoverTyped } from '../cover.form.ts'
import type { FieldError } from '../told.form.ts'
import { paths } from '../voices.paths.ts'

interface CoverFacts {
  me: string
  isKeeper: boolean
  covers: Cover[]
  /** For whoever keeps the door: whom children cannot choose. */
  without: { id: string; name: string }[] | null
  colleagues: { id: string; givenName: string | null; familyName: string | null; title: string | null }[]
  today: IsoDate
  typed: CoverTyped
  errors: FieldError[]
}

export function presentCovers(facts: CoverFacts) {
  const { me, isKeeper, covers, without, today, typed, errors } = facts
  const isOn = ({ startsOn }: Cover) => startsOn <= today
  const mine = covers.find((cover) => cover.forId === me && isOn(cover))
  const people = facts.colleagues.map(({ id, givenName, familyName, title }) => ({
    value: id,
    text: [[givenName, familyName].filter(Boolean).join(' '), title].filter(Boolean).join(', '),
  }))
  const errorOf = (field: string) => {
    const error = errors.find((one) => one.field === field)
    return error ? { errorMessage: { text: error.text } } : {}
  }
  const choose = (field: 'for' | 'cover', label: string, items: typeof people) => ({
    id: field,
    name: field,
    label: { text: label, classes: 'govuk-label--s' },
    items: [
      { value: '', text: 'Choose a colleague' },
      ...items.map((item) => ({ ...item, selected: item.value === typed[field] })),
    ],
    ...errorOf(field),
  })
  const day = (field: 'from' | 'until', label: string, hint: string) => ({
    id: field,
    name: field,
    value: typed[field],
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: hint },
    classes: 'govuk-input--width-10',
    ...errorOf(field),
  })
  return {
    sentence: saySentence(isKeeper, mine, without),
    without: (without ?? []).map(({ name }) => name),
    rows: covers.map((cover) => ({
      id: cover.id,
      text: `${cover.coverId === me ? 'You read' : `${cover.coverName} reads`} for ${cover.forId === me ? 'you' : cover.forName}`,
      note: `${isOn(cover) ? 'since' : 'from'} ${sayDate(cover.startsOn)}${cover.endsOn === null ? '' : ` until ${sayDate(cover.endsOn)}`}`,
      endHref: (isKeeper || cover.forId === me) && cover.endsOn !== today ? paths.endCover(cover.id) : '',
    })),
    forWhom: isKeeper ? choose('for', 'Whose cover', people) : null,
    cover: choose(
      'cover',
      isKeeper ? 'Who reads for them' : 'Who reads for you',
      isKeeper ? people : people.filter(({ value }) => value !== me),
    ),
    from: day('from', 'From', `Year-month-day, for example ${today}`),
    until: day('until', 'Until', 'Leave this empty where it goes on.'),
  }
}

function saySentence(isKeeper: boolean, mine: Cover | undefined, without: CoverFacts['without']): string {
  if (isKeeper && without !== null) {
    if (without.length === 0) return 'Everybody whom a child can choose has a cover.'
    return `Children cannot choose ${without.length === 1 ? 'one person' : `${without.length} people`} who ${without.length === 1 ? 'works' : 'work'} with them: nobody covers for ${without.length === 1 ? 'them' : 'each of them'}.`
  }
  return mine === undefined
    ? 'Children cannot choose you: nobody covers for you today.'
    : `${mine.coverName} reads for you when you have not opened something in a working day.`
}
