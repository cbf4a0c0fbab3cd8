import { CHOICES, type Choice, type Filter, readFilter, sayFilter } from '../../../domain/cohort/filter.ts'
import type { Found } from '../../../domain/cohort/find-cohort.ts'
import { allMeasures, findMeasure } from '../../../domain/measures/all-measures.ts'
import type { MeasureResult } from '../../../domain/measures/measure.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { paths } from '../analysis.paths.ts'
import type { SavedFilter } from '../saved-filter.store.ts'

export interface NamedChild {
  id: string
  name: string | null
  code: string | null
}

interface Given {
  isAsked: boolean
  filter: Filter
  asAt: IsoDate
  found: Found[]
  names: NamedChild[]
  saved: SavedFilter[]
  result: MeasureResult | null
  name: string
  isShared: boolean
  errors: { text: string; href: string }[]
}

const titleOf = (id: string) => findMeasure(id)?.plainTitle ?? id

export function presentCohort(given: Given) {
  const { isAsked, filter, asAt, found, names, saved, result, name, isShared, errors } = given
  const asked = sayFilter(filter, titleOf)
  const listed = names.length
  const isFaulty = errors.some(({ href }) => href !== '#name')
  return {
    sentence: isFaulty
      ? 'Some of what you asked cannot be read'
      : !isAsked
        ? 'Find children in our care by what they have in common'
        : `${listed} ${listed === 1 ? 'child' : 'children'} in our care on ${sayDate(asAt)}${asked === '' ? '' : ` ${listed === 1 ? 'fits' : 'fit'}`}`,
    lead: !isAsked
      ? 'Ask for an age, a home, a legal status or a measure, or take a question that was kept.'
      : asked === ''
        ? 'All whom you may see. Ask for fewer below.'
        : `Asked for: ${asked}.`,
    note:
      result?.cannotCompute != null
        ? `The measure cannot be worked out: ${result.cannotCompute}`
        : 'Only children whom you may see are counted and listed. That you looked is written down.',
    table:
      listed === 0
        ? null
        : {
            caption: 'Children in our care who fit',
            isCaptionHidden: true,
            isStacked: true,
            columns: ['Child', 'Age', 'In care since', 'Home', 'Legal status', 'Area'].map((text) => ({ text })),
            rows: names.map((child) => tellChild(child, found.find(({ childId }) => childId === child.id)!)),
          },
    action: paths.cohort(),
    saveAction: paths.saveFilter(),
    fields: describeFields(given),
    kept: Object.entries(filter).map(([field, value]) => ({ name: field, value })),
    save: {
      name: {
        id: 'name',
        name: 'name',
        value: name,
        label: { text: 'Name of the filter' },
        ...sayError(errors, 'name'),
      },
      shared: {
        name: 'shared',
        items: [{ value: 'yes', text: 'Share it with all who may see true figures', checked: isShared }],
        hint: { text: 'A filter holds the question and no child. Everybody sees only their own children with it.' },
      },
    },
    saved: saved.map((each) => ({
      name: each.name,
      href: paths.cohort(readFilter(each.filter).filter),
      note: `${sayFilter(readFilter(each.filter).filter, titleOf) || 'all children in our care'} · ${each.isShared ? `shared${each.isMine ? ' by you' : each.owner === null ? '' : ` by ${each.owner}`}` : 'yours alone'}`,
      removeAction: each.isMine ? paths.removeFilter(each.id) : '',
    })),
  }
}

function tellChild({ id, name, code }: NamedChild, found: Found) {
  const word = (field: 'home' | 'legal' | 'area', value: string | null) =>
    CHOICES[field].find((choice) => choice.value === value)?.text ?? 'not known'
  return [
    { text: name ?? `Child ${code ?? ''}`, href: `/children/${id}` },
    { text: found.age === null ? 'not known' : String(found.age) },
    { text: sayDate(found.since) },
    { text: word('home', found.home) },
    { text: word('legal', found.legal) },
    { text: word('area', found.area) },
  ]
}

function describeFields({ filter, asAt, errors }: Given) {
  const number = (name: keyof Filter, label: string) => ({
    kind: 'input' as const,
    given: {
      id: name,
      name,
      value: filter[name],
      classes: 'govuk-input--width-3',
      inputmode: 'numeric',
      label: { text: label },
      ...sayError(errors, name),
    },
  })
  const choose = (name: keyof Filter, label: string, choices: readonly Choice[]) => ({
    kind: 'select' as const,
    given: {
      id: name,
      name,
      label: { text: label },
      items: [{ value: '', text: 'Any' }, ...choices].map((choice) => ({
        ...choice,
        selected: choice.value === filter[name],
      })),
      ...sayError(errors, name),
    },
  })
  const measures = allMeasures
    .filter(({ kind }) => kind === 'percent' || kind === 'count')
    .map(({ id, plainTitle }) => ({ value: id, text: `${plainTitle} (${id})` }))
  return [
    {
      kind: 'input' as const,
      given: {
        id: 'as-at',
        name: 'as-at',
        type: 'date',
        classes: 'govuk-input--width-10',
        value: asAt,
        label: { text: 'In care on' },
        ...sayError(errors, 'as-at'),
      },
    },
    number('ageFrom', 'Youngest age'),
    number('ageTo', 'Oldest age'),
    choose('sex', 'Sex', CHOICES.sex),
    choose('home', 'Kind of home', CHOICES.home),
    choose('legal', 'Legal status', CHOICES.legal),
    choose('area', 'Area', CHOICES.area),
    number('monthsFrom', 'Fewest months in care'),
    number('monthsTo', 'Most months in care'),
    choose('alone', 'Came to this country alone', CHOICES.alone),
    choose('measure', 'A measure', measures),
    choose('met', 'Of that measure', CHOICES.met),
  ]
}

function sayError(errors: Given['errors'], field: string): { errorMessage?: { text: string } } {
  const found = errors.find(({ href }) => href === `#${field}`)
  return found ? { errorMessage: { text: found.text } } : {}
}
