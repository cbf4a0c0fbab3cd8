import { HOME_GROUPS } from '../measures/homes/kind-of-home.ts'
import { LEGAL_GROUPS } from '../measures/in-care/legal-status.ts'

/** A question about children in care on a day. What is not asked is empty. */
export interface Filter {
  ageFrom: string
  ageTo: string
  sex: string
  home: string
  legal: string
  area: string
  monthsFrom: string
  monthsTo: string
  alone: string
  measure: string
  met: string
}

export interface Choice {
  value: string
  text: string
}

/** The words that can be chosen; what is not among them is not asked. */
export const CHOICES = {
  sex: [
    { value: 'girls', text: 'Girls' },
    { value: 'boys', text: 'Boys' },
  ],
  home: HOME_GROUPS.map(({ code, label }) => ({ value: code, text: label })),
  legal: LEGAL_GROUPS.map(({ code, label }) => ({ value: code, text: label })),
  area: [
    { value: 'in', text: 'In our area' },
    { value: 'out', text: 'Outside our area' },
  ],
  alone: [
    { value: 'yes', text: 'Came to this country alone' },
    { value: 'no', text: 'Did not' },
  ],
  met: [
    { value: 'yes', text: 'Met' },
    { value: 'no', text: 'Counted and not met' },
  ],
} satisfies Partial<Record<keyof Filter, Choice[]>>

const NUMBERS = {
  ageFrom: 'The youngest age',
  ageTo: 'The oldest age',
  monthsFrom: 'The fewest months in care',
  monthsTo: 'The most months in care',
} as const
const MOST = 300

export interface ReadFilter {
  filter: Filter
  errors: { field: keyof Filter; text: string }[]
}

/** From an address, a form or what was kept. A wrong number is kept as typed and said. */
export function readFilter(given: Readonly<Record<string, unknown>>): ReadFilter {
  const text = (name: keyof Filter) =>
    String(given[name] ?? '')
      .trim()
      .slice(0, 40)
  const chosen = (name: keyof typeof CHOICES) =>
    CHOICES[name].some(({ value }) => value === text(name)) ? text(name) : ''
  const measure = text('measure')
  const filter: Filter = {
    ageFrom: text('ageFrom'),
    ageTo: text('ageTo'),
    sex: chosen('sex'),
    home: chosen('home'),
    legal: chosen('legal'),
    area: chosen('area'),
    monthsFrom: text('monthsFrom'),
    monthsTo: text('monthsTo'),
    alone: chosen('alone'),
    measure,
    met: measure === '' ? '' : chosen('met') || 'yes',
  }
  const errors: ReadFilter['errors'] = []
  for (const [name, title] of Object.entries(NUMBERS) as [keyof typeof NUMBERS, string][])
    if (filter[name] !== '' && !(/^\d{1,3}$/.test(filter[name]) && Number(filter[name]) <= MOST))
      errors.push({ field: name, text: `${title}: enter a whole number from 0 to ${MOST}, or leave it empty.` })
  return { filter, errors }
}

/** What is asked, for a sentence: "girls, 10 years or older, outside our area". Empty where nothing is. */
export function sayFilter(filter: Filter, titleOf: (measureId: string) => string): string {
  const word = (name: keyof typeof CHOICES) => {
    const text = CHOICES[name].find(({ value }) => value === filter[name])?.text
    return text === undefined ? '' : text.charAt(0).toLowerCase() + text.slice(1)
  }
  const alone = { yes: 'came to this country alone', no: 'did not come to this country alone' }[filter.alone] ?? ''
  const measure =
    filter.measure === '' ? '' : `“${titleOf(filter.measure)}” ${filter.met === 'no' ? 'counted and not met' : 'met'}`
  return [
    word('sex'),
    filter.ageFrom && `${filter.ageFrom} years or older`,
    filter.ageTo && `${filter.ageTo} years or younger`,
    word('home'),
    word('legal'),
    word('area'),
    filter.monthsFrom && `in care for ${filter.monthsFrom} months or longer`,
    filter.monthsTo && `in care for ${filter.monthsTo} months or less`,
    alone,
    measure,
  ]
    .filter((part) => part !== '')
    .join(', ')
}
