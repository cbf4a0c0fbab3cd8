import { randomUUID } from 'node:crypto'
import { findGaps } from '../../../domain/plans/find-gaps.ts'
import { isLate } from '../../../domain/plans/item-standing.ts'
import { isFresh } from '../../../domain/promises/promise-state.ts'
import { daysBetween, type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { ItemProof } from '../../../shapes/plan/item-proof.store.ts'
import type { ItemUpdate } from '../../../shapes/plan/item-update.store.ts'
import type { Knot } from '../../../shapes/plan/knot-join.store.ts'
import type { PlanItem, PlanPart } from '../../../shapes/plan/plan.store.ts'
import type { FillForm } from '../fill-gap.form.ts'
import { promisePaths } from '../promises.paths.ts'
import type { FieldError } from '../proof.form.ts'
import { owedOf, presentStanding, sayOwed, sayWhen } from '../standing.presenter.ts'
import { listChoicesOf, type UpdateForm } from '../update.form.ts'
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
  typed: { update: UpdateForm; email: string; fill: FillForm; errors: FieldError[] }
  /** The part that a link asks about; empty for the whole. */
  asked: string
  isSent: boolean
  /** Those in law that it serves. */
  principles: string[]
}

/** Finishes every word of one action or commitment: as the plan has it, with its gaps, and what was said since. */
export function presentAction(facts: ActionFacts) {
  const { item, updates, proofs, joined, knots, today, can, typed, asked, isSent, principles } = facts
  const isCommitment = item.kind === 'commitments'
  return {
    eyebrow: isCommitment
      ? [item.directorate, item.givenAt && `given at ${item.givenAt}`, item.givenOn && sayDate(item.givenOn)]
          .filter(Boolean)
          .join(' · ')
      : [item.reference && `Action ${item.reference}`, item.priority].filter(Boolean).join(' · '),
    sentence: item.title.replaceAll('\n', ' · '),
    pill: presentStanding(item, today),
    standing: sayStanding(item, today),
    owed: can.update ? sayOwed(owedOf(item, today)) : '',
    facts: [
      { key: 'Who', value: item.owners.join(', ') },
      { key: 'By when', value: item.dueAsWritten || (item.dueOn ? sayDate(item.dueOn) : '') },
      { key: 'How', value: item.hows.join('; ') },
      { key: 'How we can tell', value: item.wayToTell ?? '' },
      ...(principles.length > 0 ? [{ key: 'Serves in law', value: principles.join('; ') }] : []),
    ].map(({ key, value }) => ({ key: { text: key }, value: { text: value || 'The plan does not say' } })),
    gaps: findGaps([item])[0]!.gaps.map((text) => ({ state: 'unknown', text })),
    written: item.evidence ? `In the plan itself: ${item.evidence}` : '',
    updates: updates.map((update) => presentUpdate(update, item, proofs, today)),
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
    form: can.update ? presentForm(item, typed.update, asked, today) : null,
    sentDraft: isSent ? `update:${item.id}` : '',
    parts: item.parts.map((part) => presentPart(item, part, today)),
    fillForm: can.keep ? presentFill(item, typed.fill) : null,
  }
}

function sayStanding(item: PlanItem, today: IsoDate): string {
  if (!isLate(item, today)) return sayWhen(item) === 'no date' ? '' : `by when: ${sayWhen(item)}`
  const days = daysBetween(item.dueOn!, today)
  return `was due ${sayDate(item.dueOn!)}, ${days === 1 ? 'yesterday' : `${days} days ago`}`
}

function presentUpdate(
  { id, words, progress, proofId, saidAs, saidOn, part, isJoined }: ItemUpdate,
  { parts }: PlanItem,
  proofs: ItemProof[],
  today: IsoDate,
) {
  const of = parts.find(({ position }) => position === part)
  const proof = proofs.find(({ id }) => id === proofId)
  return {
    when: `${sayDate(saidOn)}${saidAs ? `, ${saidAs}` : ''}${of ? `, of “${namePart(of)}”` : ''}`,
    joinedHref: isJoined ? promisePaths.joinedProgress(id) : '',
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

function presentForm(item: PlanItem, { typed, errors, isGood }: UpdateForm, asked: string, today: IsoDate) {
  const field = fieldsOf(isGood ? [] : errors)
  const open = item.parts.filter(({ progress }) => progress !== 'done')
  const part = typed.part || (open.some(({ position }) => String(position) === asked) ? asked : '')
  const progressError = errors.find((error) => error.field === 'progress')
  return {
    action: promisePaths.update(item.id),
    draft: `update:${item.id}`,
    once: typed.once || randomUUID(),
    part:
      open.length === 0
        ? null
        : {
            ...field('part', part, 'What do you speak of?'),
            items: [
              { value: '', text: 'All of it' },
              ...open.map((one) => ({
                value: String(one.position),
                text: `${namePart(one)}${isLate(one, today) ? ' (late)' : ''}`,
              })),
            ],
          },
    words: { ...field('words', typed.words, 'In a sentence: how does it stand?'), rows: 3 },
    progress: {
      idPrefix: 'progress',
      name: 'progress',
      value: typed.progress,
      fieldset: { legend: { text: 'It is' } },
      items: listChoicesOf([item.progress, ...open.map(({ progress }) => progress)]).map(({ value, text, hint }) => ({
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

/** A step by its words, a date by the date. */
function namePart({ how, dueAsWritten, dueOn, owners, position }: PlanPart): string {
  return how ?? (dueAsWritten || (dueOn ? sayDate(dueOn) : owners.join(', ')) || `Part ${position}`)
}

/** A step or a date with whose it is, by when, and how it stands: late is worked out. */
function presentPart(item: PlanItem, part: PlanPart, today: IsoDate) {
  const when = part.dueOn === null ? (part.dueAsWritten ?? '') : sayDue(part)
  return {
    text: namePart(part),
    note: [
      part.owners.join('; ') || 'every owner',
      part.how === null ? (part.dueOn ? `by ${sayDate(part.dueOn)}` : '') : when,
    ]
      .filter(Boolean)
      .join(' · '),
    pill:
      part.progress === 'done'
        ? { state: 'kept', text: 'done' }
        : item.progress !== 'done' && isLate(part, today)
          ? { state: 'not-kept', text: 'late' }
          : part.progress === null
            ? { state: 'unknown', text: 'nobody has said' }
            : { state: part.progress === 'broken down' ? 'not-kept' : 'on-the-way', text: part.progress },
  }
}

function sayDue({ dueAsWritten, dueOn }: PlanPart): string {
  const day = `by ${sayDate(dueOn!)}`
  return dueAsWritten && dueAsWritten !== sayDate(dueOn!) ? `${dueAsWritten} (${day})` : day
}

function presentFill(item: PlanItem, { typed, errors }: FillForm) {
  const field = fieldsOf(errors)
  return {
    action: promisePaths.fill(item.id),
    isOpen: errors.length > 0,
    owner: field('owner', typed.owner, 'Who answers for it', 'As the plan would write it, such as “Head of homes”'),
    due: { ...field('due', typed.due, 'By when', 'Year-month-day'), classes: 'govuk-input--width-10' },
    step: field('step', typed.step, 'Only for one step of it? Which', 'Leave it empty where it is for all of it'),
    wayToTell: item.wayToTell ? null : field('wayToTell', typed.wayToTell, 'How anybody can tell that it worked'),
    reference: { ...field('reference', typed.reference, 'Another number'), classes: 'govuk-input--width-5' },
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
