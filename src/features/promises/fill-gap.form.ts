import { type IsoDate, isIsoDate, sayDate } from '../../domain/shared/calendar-date.ts'
import type { FieldError } from './proof.form.ts'

export interface FillTyped {
  step: string
  owner: string
  due: string
  wayToTell: string
  reference: string
}

export interface FillForm {
  typed: FillTyped
  errors: FieldError[]
  value: {
    part: { how: string | null; owners: string[]; dueAsWritten: string | null; dueOn: IsoDate | null } | null
    wayToTell: string | null
    reference: string | null
  }
}

export const NO_FILL: FillForm = {
  typed: { step: '', owner: '', due: '', wayToTell: '', reference: '' },
  errors: [],
  value: { part: null, wayToTell: null, reference: null },
}

/** What a person adds where the plan leaves something open. Any one of them is enough; none is made up. */
export function checkFill(form: Record<string, string>): FillForm {
  const text = (name: string) => (form[name] ?? '').trim()
  const typed: FillTyped = {
    step: text('step'),
    owner: text('owner'),
    due: text('due'),
    wayToTell: text('wayToTell'),
    reference: text('reference'),
  }
  const errors: FieldError[] = []
  if (Object.values(typed).every((one) => one === ''))
    errors.push({ field: 'owner', text: 'Enter who answers for it, a day, how anybody can tell, or a number.' })
  if (typed.due !== '' && !isIsoDate(typed.due))
    errors.push({ field: 'due', text: 'Enter the day as year-month-day, for example 2026-09-30.' })
  if (typed.step !== '' && typed.owner === '' && typed.due === '')
    errors.push({ field: 'owner', text: 'Enter who does this step, or its day.' })
  for (const [field, words] of [
    ['step', 'the step'],
    ['owner', 'who answers for it'],
    ['wayToTell', 'how anybody can tell'],
  ] as const)
    if (typed[field].length > 500) errors.push({ field, text: `Say ${words} in 500 letters at most.` })
  if (typed.reference.length > 20) errors.push({ field: 'reference', text: 'Enter the number in 20 letters at most.' })
  const hasPart = typed.owner !== '' || typed.due !== ''
  return {
    typed,
    errors,
    value: {
      part: hasPart
        ? {
            how: typed.step || null,
            owners: typed.owner === '' ? [] : [typed.owner],
            dueAsWritten: isIsoDate(typed.due) ? sayDate(typed.due) : null,
            dueOn: isIsoDate(typed.due) ? typed.due : null,
          }
        : null,
      wayToTell: typed.wayToTell || null,
      reference: typed.reference || null,
    },
  }
}
