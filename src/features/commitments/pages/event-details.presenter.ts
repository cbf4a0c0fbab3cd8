import { EVENT_KINDS } from '../../../domain/commitments/event-words.ts'
import type { FieldError } from '../../../web/form-field.ts'
import { fieldsOf } from '../../promises/index.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import type { EventTyped } from '../event.form.ts'
import type { CommitmentEvent } from '../event.store.ts'
import { KIND_WORDS } from './event.presenter.ts'

/** Finishes every word of the form of an event, new or changed. */
export function presentEventDetails(typed: EventTyped, errors: FieldError[], event: CommitmentEvent | null) {
  const field = fieldsOf(errors)
  const atKind = errors.find((error) => error.field === 'kind')
  return {
    sentence:
      event === null ? 'When do directors give their word, or say what came of it?' : `Change “${event.title}”.`,
    action: event === null ? commitmentPaths.newEvent() : commitmentPaths.changeEvent(event.id),
    button: event === null ? 'Make it' : 'Change it',
    kind:
      event === null
        ? {
            idPrefix: 'kind',
            name: 'kind',
            value: typed.kind,
            fieldset: { legend: { text: 'What is it?' } },
            items: EVENT_KINDS.map((value) => ({ value, text: KIND_WORDS[value] })),
            ...(atKind ? { errorMessage: { text: atKind.text } } : {}),
          }
        : null,
    title: field('title', typed.title, 'What is it called?', 'Such as “Special meeting of the committee”'),
    heldOn: { ...field('heldOn', typed.heldOn, 'On which day?', 'Year-month-day'), classes: 'govuk-input--width-10' },
    place: field('place', typed.place, 'Where? (if anybody knows)'),
    guests: {
      ...field(
        'guests',
        typed.guests,
        event === null ? 'Who is invited?' : 'Who is invited besides?',
        'A job title on each line. Put a comma and the directorate’s name after it where it does not follow from the commitments',
      ),
      rows: event === null ? 8 : 3,
    },
    invited: event?.guests.map(({ invited }) => invited) ?? [],
  }
}
