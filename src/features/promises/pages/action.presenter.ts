import { isLate, listGaps } from '../../../domain/plans/item-standing.ts'
import { isFresh } from '../../../domain/promises/promise-state.ts'
import { daysBetween, type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { ItemProof } from '../../../shapes/plan/item-proof.store.ts'
import type { ItemUpdate } from '../../../shapes/plan/item-update.store.ts'
import type { Knot } from '../../../shapes/plan/knot-join.store.ts'
import type { PlanItem } from '../../../shapes/plan/plan.store.ts'
import { promisePaths } from '../promises.paths.ts'
import type { FieldError } from '../proof.form.ts'
import { owedOf, presentStanding, sayOwed, sayWhen } from '../standing.presenter.ts'
import { listChoices, type UpdateForm } from '../update.form.ts'
import { fieldsOf } from './promise.presenter.ts'

export interface ActionFacts {
  item: PlanItem
  updates: ItemUpdate[]
  proofs: ItemProof[]
  joined: { kind: string; text: string; href: string }[]
  /** What it may be joined to. */
  knots: (Knot & { text: string })[]
  today: IsoDate
  can: { update: boolean; keep: boolean }
  typed: { update: UpdateForm; email: string; errors: FieldError[] }
}

/** Finishes every word of one action or commitment: as the plan has it, with its gaps, and what was said since. */
export function presentAction({ item, updates, proofs, joined, knots, today, can, typed }: ActionFacts) {
  const isCommitment = item.kind === 'commitments'
  return {
    eyebrow: isCommitment
      ? [item.directorate, item.givenAt && `given at ${item.givenAt}`, item.givenOn && sayDate(item.givenOn)]
          .filter(Boolean)
          .join(' · ')
      : [item.reference && `Action ${item.reference}`, item.priority].filter(Boolean).join(' · '),
    sentence: item.title,
    pill: presentStanding(item, today),
    standing: sayStanding(item, today),
    owed: can.update ? sayOwed(owedOf(item, today)) : '',
    facts: [
      { key: 'Who', value: item.owners.join(', ') },
      { key: 'By when', value: item.dueAsWritten || (item.dueOn ? sayDate(item.dueOn) : '') },
      { key: 'How', value: item.hows.join('; ') },
      { key: 'How we can tell', value: item.wayToTell ?? '' },
    ].map(({ key, value }) => ({ key: { text: key }, value: { text: value || 'The plan does not say' } })),
    gaps: listGaps(item).map((text) => ({ state: 'unknown', text })),
    written: item.evidence ? `In the plan itself: ${item.evidence}` : '',
    updates: updates.map((update) => presentUpdate(update, proofs, today)),
    joined: joined.map(({ kind, text, href }) => ({
      text,
      href,
      note: kind === 'promise' ? 'a promise it serves' : 'a measure that will show it',
    })),
    joinForm: can.keep ? presentJoin(item, knots, joined, typed.errors) : null,
    ownerForm: can.keep
      ? {
          action: promisePaths.owner(item.id),
          isNamed: item.ownerId !== null,
          email: {
            ...fieldsOf(typed.errors)('email', typed.email, 'Their email address at work'),
            type: 'email',
            spellcheck: false,
          },
        }
      : null,
    form: can.update ? presentForm(item, typed.update) : null,
  }
}

function sayStanding(item: PlanItem, today: IsoDate): string {
  if (!isLate(item, today)) return sayWhen(item) === 'no date' ? '' : `by when: ${sayWhen(item)}`
  const days = daysBetween(item.dueOn!, today)
  return `was due ${sayDate(item.dueOn!)}, ${days === 1 ? 'yesterday' : `${days} days ago`}`
}

function presentUpdate({ words, progress, proofId, saidAs, saidOn }: ItemUpdate, proofs: ItemProof[], today: IsoDate) {
  const proof = proofs.find(({ id }) => id === proofId)
  return {
    when: `${sayDate(saidOn)}${saidAs ? `, ${saidAs}` : ''}`,
    words,
    progress: progress ?? '',
    proof: proof ? `What shows it: ${proof.title}` : '',
    proofHref: proof?.fileId ? `/files/${proof.fileId}` : '',
    proofPill: proof
      ? isFresh(proof, today)
        ? { state: 'kept', text: 'fresh' }
        : { state: 'unknown', text: 'old' }
      : null,
  }
}

function presentForm(item: PlanItem, { typed, errors, isGood }: UpdateForm) {
  const field = fieldsOf(isGood ? [] : errors)
  const progressError = errors.find((error) => error.field === 'progress')
  return {
    action: promisePaths.update(item.id),
    words: { ...field('words', typed.words, 'In a sentence: how does it stand?'), rows: 3 },
    progress: {
      idPrefix: 'progress',
      name: 'progress',
      value: typed.progress,
      fieldset: { legend: { text: 'It is' } },
      items: listChoices(item.progress).map(({ value, text, hint }) => ({
        value,
        text,
        ...(hint ? { hint: { text: hint } } : {}),
      })),
      ...(progressError ? { errorMessage: { text: progressError.text } } : {}),
    },
    proof: field(
      'proof',
      typed.proof,
      'What shows it? (needed when it is done)',
      'For example: minutes, a list, a letter, what young people said',
    ),
    file: {
      ...field('file', '', 'A photo or a paper of it', 'A picture, a PDF or a clip. No child’s name or face'),
      attributes: { accept: 'image/jpeg,image/png,image/webp,application/pdf,audio/*,video/*' },
    },
  }
}

function presentJoin(item: PlanItem, knots: ActionFacts['knots'], joined: ActionFacts['joined'], errors: FieldError[]) {
  const error = errors.find(({ field }) => field === 'knot')
  const taken = new Set(joined.map(({ href }) => href.split('/').at(-1)))
  return {
    action: promisePaths.join(item.id),
    knot: {
      id: 'knot',
      name: 'knot',
      label: { text: 'Which promise does it serve, or which measure will show it?' },
      items: [
        { value: '', text: 'Choose one' },
        ...knots.filter(({ ref }) => !taken.has(ref)).map(({ kind, ref, text }) => ({ value: `${kind} ${ref}`, text })),
      ],
      ...(error ? { errorMessage: { text: error.text } } : {}),
    },
  }
}
