import { DEFAULT_RULE, sayRule } from '../../../domain/promises/promise-state.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { listPromiseRules, setPromiseRule } from '../../../shapes/plan/promise-rule.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { promisePaths } from '../promises.paths.ts'
import type { FieldError } from '../proof.form.ts'
import { fieldsOf } from './promise.presenter.ts'

const NOTHING = { keptFrom: '', partlyFrom: '', why: '' }
type Typed = typeof NOTHING

export async function showRule(visit: Visit): Promise<Answer> {
  return show(visit, NOTHING, [])
}

/** New lines for every promise from now on, with the reason beside them. */
export async function submitRule(visit: Visit): Promise<Answer> {
  const text = (name: string) => (visit.form[name] ?? '').trim()
  const typed = { keptFrom: text('keptFrom'), partlyFrom: text('partlyFrom'), why: text('why') }
  const [keptFrom, partlyFrom] = [readLine(typed.keptFrom), readLine(typed.partlyFrom)]
  const errors: FieldError[] = []
  if (keptFrom === null || keptFrom < 51 || keptFrom > 100)
    errors.push({ field: 'keptFrom', text: 'Enter a whole number from 51 to 100.' })
  if (partlyFrom === null || partlyFrom < 1 || partlyFrom >= (keptFrom ?? 100))
    errors.push({ field: 'partlyFrom', text: 'Enter a whole number from 1 that is less than the line for kept.' })
  if (typed.why.length < 10 || typed.why.length > 500)
    errors.push({ field: 'why', text: 'Say why, in 10 to 500 letters: the board and young people read it.' })
  if (errors.length > 0) return show(visit, typed, errors)
  const rule = { keptFrom: keptFrom!, partlyFrom: partlyFrom! }
  await visit.database.as(visit.actor, async (query) => {
    await setPromiseRule(query, visit.actor, rule, typed.why)
    await recordTrace(query, visit.actor, { event: 'promise rule set', detail: { ...rule } })
  })
  return { redirect: promisePaths.rule() }
}

function readLine(text: string): number | null {
  return /^\d{1,3}$/.test(text) ? Number(text) : null
}

async function show(visit: Visit, typed: Typed, errors: FieldError[]): Promise<Answer> {
  const rules = await visit.database.as(visit.actor, listPromiseRules)
  const now = rules[0] ?? DEFAULT_RULE
  const field = fieldsOf(errors)
  const number = { classes: 'govuk-input--width-3', inputmode: 'numeric' }
  return {
    template: 'features/promises/pages/rule.njk',
    title: 'When a promise is kept',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: `A promise is kept when it is true for ${now.keptFrom} of every 100 children, and partly kept from ${now.partlyFrom}.`,
      rule: sayRule(now),
      changes: rules.map(({ keptFrom, partlyFrom, why, setOn }) => ({
        text: `Kept from ${keptFrom}, partly from ${partlyFrom}`,
        note: `${sayDate(setOn)}: ${why}`,
      })),
      action: visit.can('plan:write') ? promisePaths.rule() : '',
      keptFrom: { ...field('keptFrom', typed.keptFrom, 'Kept: of every 100 children, at least'), ...number },
      partlyFrom: { ...field('partlyFrom', typed.partlyFrom, 'Partly kept: at least'), ...number },
      why: { ...field('why', typed.why, 'Why are the lines drawn there?'), rows: 3 },
    },
    page: {
      isNarrow: true,
      back: { href: promisePaths.wall(), text: 'Our promises' },
      ...(errors.length > 0 ? { errors: errors.map((error) => ({ text: error.text, href: `#${error.field}` })) } : {}),
    },
  }
}
