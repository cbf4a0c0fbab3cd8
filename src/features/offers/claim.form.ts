import { type IsoDate, isIsoDate } from '../../domain/shared/calendar-date.ts'
import type { ClaimAnswer } from '../../shapes/offer/claim.store.ts'

export type Faults = { field: string; text: string }[]

export interface TypedAnswer {
  decision: string
  reason: string
  amount: string
  told: string
}

const MOST_WORDS = 4000

/** What somebody says with a claim: nothing is asked for that the rule does not need. */
export function readWords(form: Record<string, string>): { words: string; faults: Faults } {
  const words = (form.words ?? '').trim()
  return words.length > MOST_WORDS
    ? { words, faults: [{ field: 'words', text: `Make it shorter: ${MOST_WORDS} letters at most.` }] }
    : { words, faults: [] }
}

/** A yes has an amount where money is owed; a no has been told by a person first (rule 12). Both have a reason in words to the young person. */
export function readAnswer(
  form: Record<string, string>,
  isPaid: boolean,
  today: IsoDate,
): { typed: TypedAnswer; answer: ClaimAnswer | null; faults: Faults } {
  const typed = {
    decision: form.decision ?? '',
    reason: (form.reason ?? '').trim().slice(0, 2000),
    amount: (form.amount ?? '').trim(),
    told: form.told ?? '',
  }
  const faults: Faults = []
  const { decision } = typed
  if (decision !== 'yes' && decision !== 'no') faults.push({ field: 'decision', text: 'Say yes or no.' })
  const amountPence = decision === 'yes' && isPaid ? readPounds(typed.amount) : null
  if (decision === 'yes' && isPaid && amountPence === null)
    faults.push({ field: 'amount', text: 'Enter how much, in pounds, like 3000 or 1250.50.' })
  if (typed.reason.length < 10)
    faults.push({ field: 'reason', text: 'Say why, in a sentence to them. They will read it.' })
  if (decision === 'no' && typed.told !== 'yes')
    faults.push({ field: 'told', text: 'Tell them yourself first, then tick this. Nobody should read a no alone.' })
  if (faults.length > 0 || (decision !== 'yes' && decision !== 'no')) return { typed, answer: null, faults }
  return {
    typed,
    answer: { decision, reason: typed.reason, amountPence, toldOn: typed.told === 'yes' ? today : null },
    faults,
  }
}

function readPounds(text: string): number | null {
  const plain = text.replace(/[£,\s]/g, '')
  if (!/^\d{1,6}(\.\d{2})?$/.test(plain)) return null
  const pence = Math.round(Number(plain) * 100)
  return pence > 0 ? pence : null
}

export interface TypedStep {
  words: string
  byOn: string
  whoHelps: string
}

/** A next step: what somebody will do, in their own words, by when, and who helps. */
export function readStep(form: Record<string, string>): {
  typed: TypedStep
  step: { words: string; byOn: IsoDate | null; whoHelps: string } | null
  faults: Faults
} {
  const typed = {
    words: (form.words ?? '').trim().slice(0, 500),
    byOn: (form.byOn ?? '').trim(),
    whoHelps: (form.whoHelps ?? '').trim().slice(0, 200),
  }
  const faults: Faults = []
  if (typed.words === '')
    faults.push({ field: 'words', text: 'Write the next step, like “I will open a bank account.”' })
  const byOn = readDay(typed.byOn)
  if (byOn === undefined) faults.push({ field: 'byOn', text: 'Enter a day, like 14/09/2026, or leave it empty.' })
  if (faults.length > 0 || byOn === undefined) return { typed, step: null, faults }
  return { typed, step: { words: typed.words, byOn, whoHelps: typed.whoHelps }, faults }
}

/** A day as browsers send it or as people write it; null where left empty, undefined where it is no day. */
function readDay(text: string): IsoDate | null | undefined {
  if (text === '') return null
  const written = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text)
  const iso = written ? `${written[3]}-${written[2]!.padStart(2, '0')}-${written[1]!.padStart(2, '0')}` : text
  return isIsoDate(iso) ? iso : undefined
}
