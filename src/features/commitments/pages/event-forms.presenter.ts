import { daysBetween, type IsoDate } from '../../../domain/shared/calendar-date.ts'
import type { FieldError } from '../../../web/form-field.ts'
import { fieldsOf, listChoices } from '../../promises/index.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import { CAME, type CommitmentEvent } from '../event.store.ts'
import type { GivenTyped } from '../given.form.ts'
import type { EventFacts } from '../read-event.ts'
import type { WordTyped } from '../word.form.ts'

export interface EventTypedIn {
  word: WordTyped
  given: GivenTyped
  errors: FieldError[]
  /** Which form was sent; its errors stand at its own fields. */
  sent: 'word' | 'given' | null
}

/** What whoever keeps the plan writes down at an event: what was said, what was given, who came. */
export function presentEventForms(facts: EventFacts, typed: EventTypedIn, today: IsoDate) {
  const { event } = facts
  // On the day itself, and in the week after it, whoever opens the page has come to write something down.
  const isFresh = typed.sent === null && daysBetween(event.heldOn, today) <= 7
  return {
    word: event.kind === 'launch' ? null : { ...presentWord(facts, typed), isOpen: isFresh || typed.sent === 'word' },
    given: {
      ...presentGiven(event, typed),
      isOpen: typed.sent === 'given' || (isFresh && event.kind === 'launch'),
    },
    came: presentCame(event),
  }
}

function presentWord({ event, spokenOf }: EventFacts, { word, errors, sent }: EventTypedIn) {
  const mine = sent === 'word' ? errors : []
  const field = fieldsOf(mine)
  const atItem = mine.find((error) => error.field === 'item')
  const atProgress = mine.find((error) => error.field === 'progress')
  return {
    action: commitmentPaths.word(event.id),
    item: {
      id: 'item',
      name: 'item',
      label: { text: 'Which commitment does it answer?' },
      value: word.item,
      items: [
        { value: '', text: 'Choose one' },
        { value: 'none', text: 'None on file: keep it, and mark it so' },
        ...spokenOf.map(({ item }) => ({
          value: item.id,
          text: [item.directorate, item.title].filter(Boolean).join(': '),
        })),
      ],
      ...(atItem ? { errorMessage: { text: atItem.text } } : {}),
    },
    words: { ...field('words', word.words, 'What was said?'), rows: 3 },
    progress: {
      idPrefix: 'progress',
      name: 'progress',
      value: word.progress,
      classes: 'govuk-radios--inline',
      fieldset: { legend: { text: 'How does it stand?' } },
      items: [...listChoices(null), { value: 'offered again', text: 'Offered again' }],
      ...(atProgress ? { errorMessage: { text: atProgress.text } } : {}),
    },
    proof: field('proof', word.proof, 'What shows it?', 'Needed where it is done'),
    directorate: field(
      'directorate',
      word.directorate,
      'Whose word is it? (only where it answers none)',
      'The directorate or partner',
    ),
  }
}

function presentGiven(event: CommitmentEvent, { given, errors, sent }: EventTypedIn) {
  const field = fieldsOf(sent === 'given' ? errors : [])
  const named = (name: keyof GivenTyped, label: string, hint?: string) => ({
    ...field(name, given[name], label, hint),
    id: `given-${name}`,
  })
  return {
    action: commitmentPaths.given(event.id),
    directorate: named('directorate', 'Directorate or partner'),
    title: named('title', 'What they give their word on'),
    owner: named('owner', 'Who answers for it', 'A job title, as the plan will have it'),
    due: named('due', 'By when', 'As it was said, such as “March 2027”. Leave it empty where nobody said'),
    wayToTell: named('wayToTell', 'How anybody can tell', 'Such as flats let, passes used, what young people say'),
  }
}

function presentCame(event: CommitmentEvent) {
  if (event.guests.length === 0) return null
  return {
    action: commitmentPaths.came(event.id),
    guests: event.guests.map(({ position, invited, came }) => ({
      id: `came-${position}`,
      name: `came-${position}`,
      label: { text: invited },
      value: came ?? '',
      items: [
        { value: '', text: 'Nobody has said' },
        ...CAME.map((value) => ({ value, text: value.charAt(0).toUpperCase() + value.slice(1) })),
      ],
    })),
  }
}
