import { EFFECTS } from '../../../domain/impact/check-answer.ts'
import {
  findPapers,
  type ImpactState,
  type RegisterFilter,
  STATES,
  shareAnswered,
} from '../../../domain/impact/register.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { makeField, makeSelect } from '../../../web/form-field.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { writeCsv } from '../../../web/write-csv.ts'
import { paths } from '../impact.paths.ts'
import { type ListedPaper, readFilter, readRegister } from '../read-register.ts'
import { readImpactWaits } from '../read-waits.ts'

export const PILLS: Record<ImpactState, { state: string; text: string }> = {
  'no answer': { state: 'unknown', text: STATES['no answer'] },
  waits: { state: 'on-the-way', text: STATES.waits },
  'asked again': { state: 'not-kept', text: STATES['asked again'] },
  enough: { state: 'kept', text: STATES.enough },
  'in the paper': { state: 'kept', text: STATES['in the paper'] },
}

export async function showRegister(visit: Visit): Promise<Answer> {
  const all = await readRegister(visit)
  const filter = readFilter(visit)
  const shown = findPapers(all, filter) as ListedPaper[]
  return {
    template: 'features/impact/pages/register.njk',
    title: 'Impact check',
    model: {
      sentence: sayShare(
        all.filter(({ isOfBoard }) => !isOfBoard),
        visit.today,
      ),
      newHref: paths.new(),
      guidanceHref: paths.guidance(),
      plansHref: paths.plans(),
      impactWaits: await readImpactWaits(visit),
      filters: presentFilters(filter, all),
      isFiltered: Object.values(filter).some(Boolean),
      registerHref: paths.register(),
      csvHref: paths.csv(sayQuery(filter)),
      found: `${shown.length === 1 ? 'One paper' : `${shown.length} papers`}, the latest decision first`,
      rows: shown.map((paper) => [
        {
          text: paper.title,
          href: hrefOf(paper),
          note: paper.organisation,
        },
        { text: paper.whoDecides, note: sayDate(paper.decidesOn) },
        paper.effect === null ? (paper.isOfBoard && paper.answeredOn ? 'In its own words' : '') : EFFECTS[paper.effect],
        { pill: PILLS[paper.state] },
      ]),
    },
  }
}

export async function downloadRegister(visit: Visit): Promise<Answer> {
  const shown = findPapers(await readRegister(visit), readFilter(visit))
  const header = ['Paper', 'Department or organisation', 'Who decides', 'Day', 'Answer', 'First answered', 'Review']
  const rows = shown.map((paper) => [
    paper.title,
    paper.organisation,
    paper.whoDecides,
    paper.decidesOn,
    paper.effect === null ? '' : EFFECTS[paper.effect],
    paper.answeredOn ?? '',
    STATES[paper.state],
  ])
  return {
    download: { name: 'impact-check.csv', type: 'text/csv; charset=utf-8', body: writeCsv([header, ...rows]) },
  }
}

const hrefOf = ({ id, isOfBoard }: ListedPaper) => (isOfBoard ? paths.boardPaper(id) : paths.paper(id))

/** Of the papers entered here, which everybody sees alike: a board’s own is not published without its answer. */
function sayShare(papers: ListedPaper[], today: IsoDate): string {
  const { decided, answered } = shareAnswered(papers, today)
  if (decided === 0) return 'What does it do for our children? No paper of the last twelve months is here yet.'
  return `${answered} of the ${decided === 1 ? 'one paper' : `${decided} papers`} decided in the last twelve months said first what ${decided === 1 ? 'it does' : 'they do'} for our children.`
}

function presentFilters(filter: RegisterFilter, all: ListedPaper[]) {
  const organisations = [...new Set(all.map(({ organisation }) => organisation))].sort()
  const any = (text: string) => ({ value: '', text })
  const options = (list: Record<string, string>) => Object.entries(list).map(([value, text]) => ({ value, text }))
  return {
    words: makeField('words', { label: 'Words', value: filter.words }, []),
    from: makeField('from', { label: 'Decided from', hint: 'Year-month-day', value: filter.from }, []),
    to: makeField('to', { label: 'Until', hint: 'Year-month-day', value: filter.to }, []),
    organisation: makeSelect(
      'organisation',
      { label: 'Whose paper', value: filter.organisation },
      [any('Everybody’s'), ...organisations.map((one) => ({ value: one, text: one }))],
      [],
    ),
    effect: makeSelect('effect', { label: 'Answer', value: filter.effect }, [any('Any'), ...options(EFFECTS)], []),
    state: makeSelect('state', { label: 'Review', value: filter.state }, [any('Any'), ...options(STATES)], []),
  }
}

function sayQuery(filter: RegisterFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
