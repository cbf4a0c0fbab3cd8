import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { PlanItem } from '../../../shapes/plan/plan.store.ts'
import type { FieldError } from '../../../web/form-field.ts'
import { fieldsOf, sayCount, sayWho } from '../../promises/index.ts'
import type { ArmsLength, Obstacle } from '../arms-length.store.ts'
import { commitmentPaths } from '../commitments.paths.ts'

export interface ArmsLengthTyped {
  /** Which form of the page was sent. */
  at: string
  typed: Record<string, string>
  errors: FieldError[]
}

interface Facts {
  all: ArmsLength[]
  advised: { id: string; name: string }[]
  items: PlanItem[]
}

/** Finishes every word for the two who are part of it: the adviser, who knows who it is, and the chief officer, who does not. */
export function presentArmsLength({ all, advised, items }: Facts, form: ArmsLengthTyped) {
  const open = all.filter(({ endedOn }) => endedOn === null)
  const waiting = open.flatMap(({ obstacles }) => obstacles).filter(({ cleared }) => cleared === null).length
  return {
    sentence:
      open.length === 0
        ? 'No chief officer stands up for anybody here now.'
        : waiting === 0
          ? 'Nothing that was raised is in the way today.'
          : `${sayCount(waiting)} ${waiting === 1 ? 'thing is' : 'things are'} in the way, and ${waiting === 1 ? 'waits' : 'wait'} to be cleared.`,
    open: open.map((one) => presentOne(one, form)),
    ended: all
      .filter(({ endedOn }) => endedOn !== null)
      .map((one) => ({
        text: one.person?.name ?? 'A young person',
        note: `${one.officer} · ended on ${sayDate(one.endedOn!)}${one.person?.endedBecause ? `: ${one.person.endedBecause}` : ''}`,
      })),
    begin: advised.length === 0 || items.length === 0 ? null : presentBegin(advised, items, form),
  }
}

function presentOne(one: ArmsLength, { at, typed, errors }: ArmsLengthTyped) {
  const field = fieldsOf(errors)
  const sent = (form: string, name: string) => (at === form ? (typed[name] ?? '') : '')
  return {
    title: one.person?.name ?? 'A young person',
    aside: `${one.officer} · since ${sayDate(one.begunOn)}`,
    lead: one.person
      ? `They said yes on ${sayDate(one.person.saidYesOn)}. ${one.officer} does not see who they are.`
      : one.title,
    obstacles: one.obstacles.map((obstacle) => ({
      ...presentObstacle(obstacle),
      clear:
        obstacle.cleared !== null
          ? null
          : {
              action: commitmentPaths.clear(one.id),
              obstacle: obstacle.id,
              isOpen: at === `clear-${obstacle.id}`,
              words: {
                ...field(`cleared-${obstacle.id}`, sent(`clear-${obstacle.id}`, 'words'), 'What became of it?'),
                name: 'words',
              },
            },
    })),
    raise: {
      action: commitmentPaths.raise(one.id),
      words: {
        ...field(
          `words-${one.id}`,
          sent(`raise-${one.id}`, 'words'),
          'What is in the way?',
          one.person === null
            ? 'Without a name, a school or a street'
            : 'Without a name, a school or a street: the chief officer reads it',
        ),
        name: 'words',
      },
    },
    end:
      one.person === null
        ? null
        : {
            action: commitmentPaths.end(one.id),
            isOpen: at === `end-${one.id}`,
            because: {
              ...field(`because-${one.id}`, sent(`end-${one.id}`, 'because'), 'Why, as they said it'),
              name: 'because',
            },
          },
  }
}

function presentObstacle({ words, raisedAs, raisedOn, cleared }: Obstacle) {
  return {
    words,
    raised: `Raised by ${raisedAs ?? 'somebody'}, ${sayDate(raisedOn)}`,
    cleared: cleared === null ? '' : `${cleared.words} (${cleared.as ?? 'somebody'}, ${sayDate(cleared.on)})`,
    pill: cleared === null ? { state: 'not-kept', text: 'in the way' } : { state: 'kept', text: 'out of the way' },
  }
}

function presentBegin(advised: Facts['advised'], items: PlanItem[], { at, typed, errors }: ArmsLengthTyped) {
  const value = (name: string) => (at === 'begin' ? (typed[name] ?? '') : '')
  const select = (name: string, label: string, choices: { value: string; text: string }[]) => {
    const error = errors.find(({ field }) => field === name)
    return {
      id: name,
      name,
      label: { text: label },
      value: value(name),
      items: [{ value: '', text: 'Choose one' }, ...choices],
      ...(error ? { errorMessage: { text: error.text } } : {}),
    }
  }
  return {
    action: commitmentPaths.begin(),
    isOpen: at === 'begin',
    person: select(
      'person',
      'For whom?',
      advised.map(({ id, name }) => ({ value: id, text: name })),
    ),
    item: select(
      'item',
      'Which chief officer?',
      items.map((item) => ({ value: item.id, text: `${sayWho(item)}: ${item.title}` })),
    ),
    saidYesOn: {
      ...fieldsOf(errors)(
        'saidYesOn',
        value('saidYesOn'),
        'When did they say yes?',
        'Year-month-day. They can end it on any day',
      ),
      classes: 'govuk-input--width-10',
    },
  }
}
