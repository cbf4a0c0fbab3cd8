import { sayStep } from '../../../domain/disclosure/more-than.ts'
import { isFresh, type PromiseRule, sayRule } from '../../../domain/promises/promise-state.ts'
import { addDays, type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { ItemProof } from '../../../shapes/plan/item-proof.store.ts'
import type { PlanItem } from '../../../shapes/plan/plan.store.ts'
import { promisePaths } from '../promises.paths.ts'
import { MONTHS, type ProofForm } from '../proof.form.ts'
import type { Verdicts } from '../read-verdicts.ts'
import type { WallPromise } from '../read-wall.ts'
import type { ReasonForm } from '../reason.form.ts'
import { presentActionRow } from '../standing.presenter.ts'

export interface PromisePageFacts {
  promise: WallPromise
  rule: PromiseRule
  of: number
  actions: PlanItem[]
  /** Null: nobody has been asked yet. */
  verdicts: Verdicts | null
  themes: { href: string; text: string }[]
  today: IsoDate
  can: { plan: boolean; figures: boolean; addProof: boolean; count: boolean }
  typed: { proof: ProofForm; reason: ReasonForm }
}

/** Finishes every word of one promise's page. True counts stay behind: `promise.kept` is all that leaves. */
export function presentPromisePage(facts: PromisePageFacts) {
  const { promise, rule, of, actions, verdicts, today, can, typed } = facts
  const { item, state, reason } = promise
  const [first, rest] = splitFirst(item.words ?? item.title)
  return {
    eyebrow: `Promise ${item.position} of ${of} · ${item.title}`,
    sentence: first,
    lead: rest,
    pill: { state },
    standing: [
      item.owners.length > 0 ? `owner: ${lowerFirst(item.owners.join(', '))}` : 'nobody answers for it yet',
      state === 'on-the-way' && item.dueOn ? `due ${sayDate(item.dueOn)}` : '',
      state === 'not-kept' && item.dueOn && item.dueOn < today ? `was due ${sayDate(item.dueOn)}` : '',
    ]
      .filter(Boolean)
      .join(' · '),
    because: promise.because,
    rule: sayRule(rule),
    reason:
      reason && state === 'cannot'
        ? {
            text: reason.because,
            note: `${reason.saidAs ?? 'A colleague'}, ${sayDate(reason.saidOn)}. Looked at again on ${sayDate(reason.reviewOn)}.`,
          }
        : null,
    share: presentShare(promise),
    shareNote: sayShareNote(promise),
    definition:
      can.figures && promise.figure ? { href: promise.figure.definitionHref, text: 'How it is counted' } : null,
    verdicts: presentVerdicts(verdicts),
    themes: facts.themes,
    proofs: promise.proofs.map((proof) => presentProof(proof, today, can.plan)),
    actions: can.plan ? actions.map((action) => presentActionRow(action, today)) : null,
    noActions: actions.length === 0,
    planHref: promisePaths.plan(),
    proofForm: can.addProof ? presentProofForm(item.id, typed.proof, can.count) : null,
    reasonForm: can.count ? presentReasonForm(item.id, typed.reason, today) : null,
  }
}

function presentShare({ kept }: WallPromise) {
  if (kept === null) return null
  if (kept.isHidden) return { isHidden: true, hiddenBecause: kept.because }
  return { done: kept.kept, of: kept.of, doneText: 'yes', notDoneText: 'not yet', unit: kept.unit }
}

function sayShareNote({ kept, item }: WallPromise): string {
  if (kept === null) return ''
  const left = kept.isHidden ? 0 : kept.of - kept.kept
  const from = `From: ${kept.from}${/[.?!]$/.test(kept.from) ? '' : '.'}`
  if (kept.isHidden) return from
  if (left === 0) return `It is kept for each of them. ${from}`
  const by = item.dueOn ? `, by ${sayDate(item.dueOn)}` : ', and no day is set'
  return `It is still to be kept for ${left.toLocaleString('en-GB')}${by}. ${from}`
}

function presentVerdicts(verdicts: Verdicts | null) {
  if (verdicts === null) return null
  const most = Math.max(1, ...verdicts.map(({ moreThan }) => moreThan ?? 0))
  return {
    caption: 'Is it true for you? What children and young people answered',
    isCaptionHidden: true,
    bars: verdicts.map(({ said, moreThan }) => ({
      label: said,
      text: moreThan === null ? '' : `more than ${sayStep(moreThan)}`,
      isHidden: moreThan === null,
      part: (moreThan ?? 0) / most,
    })),
    note: `Numbers are in steps of five, and how many answered in all is not said: nobody can work out from two days what one child said.${
      verdicts.some(({ moreThan }) => moreThan === null) ? ' c: nobody, or five or fewer.' : ''
    }`,
  }
}

const KIND_WORDS: Record<ItemProof['kind'], string> = { text: '', count: 'Count: ', photo: 'Photo: ', file: 'Paper: ' }

function presentProof(proof: ItemProof, today: IsoDate, canOpen: boolean) {
  const fresh = isFresh(proof, today)
  const by = proof.addedAs ? ` by ${lowerFirst(proof.addedAs)}` : ''
  return {
    text: `${KIND_WORDS[proof.kind]}${proof.title}`,
    ...(canOpen && proof.fileId ? { href: `/files/${proof.fileId}` } : {}),
    note: [
      proof.words,
      `added ${sayDate(proof.addedOn)}${by}`,
      fresh ? `counts until ${sayDate(proof.goodUntil)}` : `counted until ${sayDate(proof.goodUntil)}`,
    ]
      .filter(Boolean)
      .join(' · '),
    pill: fresh ? { state: 'kept', text: 'fresh' } : { state: 'unknown', text: 'old: no longer counts' },
  }
}

function presentProofForm(itemId: string, { typed, errors, isGood }: ProofForm, mayCount: boolean) {
  const field = fieldsOf(isGood ? [] : errors)
  return {
    action: promisePaths.proof(itemId),
    isOpen: errors.length > 0,
    title: field('title', typed.title, 'What shows it?', 'For example: the minutes of a meeting, a letter, a visit'),
    words: { ...field('words', typed.words, 'Anything more (you may leave this empty)'), rows: 3 },
    file: {
      ...field('file', '', 'A photo or a paper of it', 'A picture, a PDF or a clip. No child’s name or face'),
      attributes: { accept: 'image/jpeg,image/png,image/webp,application/pdf,audio/*,video/*' },
    },
    months: {
      idPrefix: 'months',
      name: 'months',
      classes: 'govuk-radios--inline govuk-radios--small',
      value: typed.months,
      fieldset: { legend: { text: 'For how long does it show this?' } },
      items: MONTHS.map((months) => ({ value: months, text: months === '12' ? 'a year' : `${months} months` })),
    },
    counts: mayCount
      ? [
          {
            ...field('madeTo', typed.madeTo, 'How many children were counted? (empty where nobody was counted)'),
            classes: 'govuk-input--width-5',
            inputmode: 'numeric',
          },
          {
            ...field('keptFor', typed.keptFor, 'For how many of them was it true?'),
            classes: 'govuk-input--width-5',
            inputmode: 'numeric',
          },
        ]
      : [],
  }
}

function presentReasonForm(itemId: string, { typed, errors, isGood }: ReasonForm, today: IsoDate) {
  const field = fieldsOf(isGood ? [] : errors)
  return {
    action: promisePaths.reason(itemId),
    isOpen: errors.length > 0,
    because: { ...field('because', typed.because, 'Why can it not be kept?'), rows: 3 },
    reviewOn: {
      ...field(
        'reviewOn',
        typed.reviewOn,
        'When will it be looked at again?',
        `Year-month-day, for example ${addDays(today, 91)}`,
      ),
      classes: 'govuk-input--width-10',
    },
  }
}

/** One field of a form with what was typed, and its error where it has one. */
export function fieldsOf(errors: readonly { field: string; text: string }[]) {
  return (name: string, value: string, label: string, hint?: string) => {
    const error = errors.find((one) => one.field === name)
    return {
      id: name,
      name,
      value,
      label: { text: label },
      ...(hint ? { hint: { text: hint } } : {}),
      ...(error ? { errorMessage: { text: error.text } } : {}),
    }
  }
}

/** "You have a bank account. And a passport." → the first sentence, and what follows. */
function splitFirst(words: string): [string, string] {
  const end = words.match(/[.!?](?=\s)/)
  return end ? [words.slice(0, end.index! + 1), words.slice(end.index! + 1).trim()] : [words, '']
}

/** "Director of Housing" stays; "Head of service" becomes "head of service" in the middle of a line. */
function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
