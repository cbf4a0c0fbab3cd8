import { LEGAL_PRINCIPLES } from '../../../domain/strategy/principles.ts'
import { type PartKind, STATEMENT_KINDS } from '../../../domain/strategy/strategy.ts'
import { fieldsOf } from '../../promises/index.ts'
import type { PartTyped } from '../part.form.ts'
import type { DecisionToJoin } from '../step-decision.store.ts'
import { strategyPaths } from '../strategy.paths.ts'
import type { FieldError } from '../version.form.ts'
import type { StrategyKnot } from './list-knots.ts'
import { STATEMENT_TITLES } from './strategy.presenter.ts'

const ASKS: Record<PartKind, { sentence: string; title: string; words: string }> = {
  contributor: {
    sentence: 'Who took part in making it?',
    title: 'A group, an office or a meeting',
    words: 'What they did',
  },
  step: {
    sentence: 'Which step did it pass before it was approved?',
    title: 'The step',
    words: 'Who took it, and what came of it',
  },
  principle: { sentence: 'What do we go by?', title: 'The principle', words: 'What it means' },
  objective: { sentence: 'What is the strategy to reach?', title: 'The aim', words: 'What it means' },
  benefit: {
    sentence: 'What good should it do, and for whom?',
    title: 'The good it should do',
    words: 'What it means',
  },
  wish: { sentence: 'What do we want for every child?', title: 'We want every child to …', words: 'What it means' },
  area: { sentence: 'A priority, and what it is about.', title: 'The priority', words: 'What it is about' },
  statement: { sentence: 'One statement under a priority.', title: 'The statement', words: 'More about it' },
}

interface Facts {
  kind: PartKind
  id: string | null
  isDraft: boolean
  typed: PartTyped
  errors: FieldError[]
  areas: readonly { id: string; title: string }[]
  joined: { id: string; text: string }[]
  knots: StrategyKnot[]
  /** What bodies decided, and which of it this step was. */
  decisions?: DecisionToJoin[]
  decisionId?: string
}

/** The page of one part: its form while it is a draft's, and its joins. */
export function presentPart({
  kind,
  id,
  isDraft,
  typed,
  errors,
  areas,
  joined,
  knots,
  decisions = [],
  decisionId = '',
}: Facts) {
  const ask = ASKS[kind]
  const field = fieldsOf(errors)
  const canJoin = id !== null && !['contributor', 'step', 'principle'].includes(kind)
  const choose = (value: string, options: { value: string; text: string }[]) => [
    ...(value === '' ? [{ value: '', text: 'Choose', selected: true }] : []),
    ...options.map((option) => ({ ...option, selected: option.value === value })),
  ]
  return {
    sentence: isDraft ? ask.sentence : typed.title,
    kind,
    form: isDraft
      ? {
          action: id === null ? strategyPaths.addPart() : strategyPaths.part(id),
          selects:
            kind === 'statement'
              ? [
                  {
                    ...field('areaId', typed.areaId, 'Under which priority?'),
                    items: choose(
                      typed.areaId,
                      areas.map((area) => ({ value: area.id, text: area.title })),
                    ),
                  },
                  {
                    ...field('statementKind', typed.statementKind, 'What kind of statement is it?'),
                    items: choose(
                      typed.statementKind,
                      STATEMENT_KINDS.map((one) => ({ value: one, text: STATEMENT_TITLES[one] })),
                    ),
                  },
                ]
              : kind === 'step'
                ? [
                    {
                      ...field('decision', decisionId, 'Was it a decision of a body?'),
                      items: [{ id: '', text: 'No' }, ...decisions].map(({ id, text }) => ({
                        value: id,
                        text,
                        selected: id === decisionId,
                      })),
                    },
                  ]
                : [],
          title: { ...field('title', typed.title, ask.title), rows: 2 },
          words: { ...field('words', typed.words, `${ask.words} (you may leave this empty)`), rows: 4 },
          day:
            kind === 'step'
              ? [
                  {
                    ...field('onDay', typed.onDay, 'On which day?', 'Year-month-day'),
                    classes: 'govuk-input--width-10',
                  },
                ]
              : [],
          checks: presentChecks(kind, typed),
        }
      : null,
    takeOut: isDraft && id !== null ? strategyPaths.takeOut(id) : '',
    note: isDraft
      ? ''
      : 'This version was approved: its words stay. What it leans on may change, and each change is listed in the next pack.',
    joined: joined.map((join) => ({ text: join.text, endAction: strategyPaths.endJoin(id ?? '', join.id) })),
    join: canJoin
      ? {
          action: strategyPaths.join(id),
          knot: {
            ...field('knot', '', 'What does it lean on?', 'A promise, an action or a figure'),
            items: choose(
              '',
              knots.map(({ value, text }) => ({ value, text })),
            ),
          },
        }
      : null,
  }
}

function presentChecks(kind: PartKind, { isChildren, principles }: PartTyped) {
  const box = (name: string, text: string, checked: boolean) => ({ name, value: 'yes', text, checked })
  if (kind === 'contributor')
    return [
      {
        idPrefix: 'isChildren',
        name: 'isChildren',
        fieldset: { legend: { text: 'Who they are' } },
        items: [box('isChildren', 'They are children or young people', isChildren)],
      },
    ]
  if (kind !== 'area') return []
  return [
    {
      idPrefix: 'principle',
      name: 'principle',
      fieldset: { legend: { text: 'Which principles in law does it serve?' } },
      items: LEGAL_PRINCIPLES.map(({ number, letter, title }) =>
        box(`principle${number}`, `(${letter}) ${title}`, principles.includes(number)),
      ),
    },
  ]
}
