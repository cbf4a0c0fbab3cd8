import { sql } from 'kysely'
import type { Actor, Database, Query } from '../../database/database.ts'
import { listTold } from '../../domain/figure-pack/collect-release.ts'
import type { PackFigure } from '../../domain/governance/pack.ts'
import { findMeasure } from '../../domain/measures/all-measures.ts'
import { collectionYearOf, type IsoDate, sayDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'
import { presentFigure, workOutTrend } from '../performance/index.ts'
import { readWall, sayState, sayWall } from '../promises/index.ts'
import type { Paper } from './paper.store.ts'

export interface Reader {
  database: Database
  council: Council
  actor: Actor
  today: IsoDate
}

const YEARS = 5

/**
 * The figures a paper speaks of, as they are today and as anybody may see them: true counts never come this far, whoever
 * asks. The pack keeps what this answered on the day it went out.
 */
export async function readLiveFigures(
  reader: Reader,
  paper: Pick<Paper, 'id' | 'subject' | 'subjectRef'>,
): Promise<PackFigure[]> {
  if (paper.subject === 'measure') return readMeasure(reader, paper.id, paper.subjectRef ?? '')
  if (paper.subject === 'promises') return readPromises(reader, paper.id)
  if (paper.subject === 'actions') return readActions(reader, paper.id)
  return []
}

async function readMeasure(reader: Reader, paperId: string, measureId: string): Promise<PackFigure[]> {
  const measure = findMeasure(measureId)
  if (measure === null) return []
  const days = listYearEnds(reader.today)
  const trend = await workOutTrend(reader.database, reader.council, days, null)
  const shown = trend
    .map((figures) => ({
      label: figures.asAt.slice(0, 4),
      figure: presentFigure(figures.results.find((result) => result.id === measure.id)!, false),
    }))
    .filter(({ figure }) => figure.cannotCompute === '')
  const now = shown.at(-1)
  if (now === undefined) return []
  const points = shown.map(({ label, figure }) => ({
    label,
    value: figure.plotted,
    text: figure.isHidden ? 'c' : figure.value,
    isHidden: figure.isHidden,
  }))
  const [first] = points
  const change =
    points.length < 2 || first!.isHidden || now.figure.isHidden
      ? ''
      : first!.text === now.figure.value
        ? `, as in ${first!.label}`
        : `, from ${first!.text} in ${first!.label}`
  return [
    {
      id: `measure-${paperId}`,
      title: `${measure.plainTitle}: ${now.figure.isHidden ? 'too few to show' : `${now.figure.value} in ${now.label}`}${change}`,
      picture:
        points.length < 2 ? null : { kind: 'line', labelHeading: 'Year', valueHeading: measure.plainTitle, points },
      table: {
        columns: [
          { text: 'Year to 31 March', isNumeric: false },
          { text: measure.plainTitle, isNumeric: true },
          { text: 'Of how many', isNumeric: false },
        ],
        rows: shown.map(({ label, figure }) => [
          label,
          figure.isHidden ? 'c' : figure.value,
          figure.isHidden ? 'hidden: a small number' : figure.of || '–',
        ]),
      },
      source: [
        now.figure.asAt,
        now.figure.direction,
        measure.id,
        shown.find(({ figure }) => figure.isHidden)?.figure.hiddenBecause ?? '',
      ]
        .filter(Boolean)
        .join(' · '),
    },
  ]
}

function listYearEnds(today: IsoDate): IsoDate[] {
  const last = collectionYearOf(today) - 1
  return Array.from({ length: YEARS }, (_, index) => `${last - YEARS + 1 + index}-03-31`)
}

/** The numbers, shown and hidden, of the measures that some papers speak of: what later packs must know of this one. */
export async function listNumbersOf(reader: Reader, papers: readonly Pick<Paper, 'subject' | 'subjectRef'>[]) {
  const measures = new Set(papers.flatMap(({ subject, subjectRef }) => (subject === 'measure' ? [subjectRef] : [])))
  if (measures.size === 0) return []
  const trend = await workOutTrend(reader.database, reader.council, listYearEnds(reader.today), null)
  return trend.flatMap(({ asAt, results }) =>
    results.filter(({ id }) => measures.has(id)).flatMap((result) => listTold(asAt, result)),
  )
}

async function readPromises(reader: Reader, paperId: string): Promise<PackFigure[]> {
  const wall = await readWall(reader)
  if (wall === null) return []
  return [
    {
      id: `promises-${paperId}`,
      title: sayWall(wall),
      picture: null,
      table: {
        columns: [
          { text: 'Promise', isNumeric: false },
          { text: 'Where it stands', isNumeric: false },
          { text: 'Kept for', isNumeric: true },
          { text: 'Answered for by', isNumeric: false },
        ],
        rows: wall.promises.map(({ item, state, share, kept }) => [
          `${item.position}. ${item.title}`,
          sayState(state),
          kept === null ? '–' : kept.isHidden || share === null ? 'c' : `${kept.kept} of ${kept.of}`,
          item.owners.join(', ') || 'nobody yet',
        ]),
      },
      source: `As at ${sayDate(reader.today)} · share of children each promise is kept for`,
    },
  ]
}

export interface ActionGaps {
  late: number
  noOwner: number
  noWayToTell: number
}

interface OpenAction {
  reference: string | null
  title: string
  owners: string[]
  dueOn: IsoDate | null
  wayToTell: string | null
}

async function listOpenActions(query: Query): Promise<OpenAction[]> {
  const { rows } =
    await sql<OpenAction>`select i.reference, i.title, i.owners, i.due_on as "dueOn", i.way_to_tell as "wayToTell"
    from plan_item i join plan p on p.authority_id = i.authority_id and p.id = i.plan_id where i.authority_id = (select authority()) and p.kind = 'action plan'
      and i.progress is distinct from 'done' order by i.due_on nulls last, i.position`.execute(query)
  return rows
}

/** Open actions that are late, that nobody owns, or that nobody could tell were done. Worked out, never typed. */
export async function readActionGaps(query: Query, today: IsoDate): Promise<ActionGaps> {
  const open = await listOpenActions(query)
  return {
    late: open.filter((action) => isLate(action, today)).length,
    noOwner: open.filter((action) => action.owners.length === 0).length,
    noWayToTell: open.filter((action) => action.wayToTell === null).length,
  }
}

async function readActions(reader: Reader, paperId: string): Promise<PackFigure[]> {
  const open = await reader.database.as(reader.actor, listOpenActions)
  const telling = open.filter(
    (action) => isLate(action, reader.today) || action.owners.length === 0 || action.wayToTell === null,
  )
  if (telling.length === 0) return []
  const late = telling.filter((action) => isLate(action, reader.today)).length
  return [
    {
      id: `actions-${paperId}`,
      title: `${telling.length} of ${open.length} open actions ${telling.length === 1 ? 'needs' : 'need'} somebody: ${late} ${late === 1 ? 'is' : 'are'} late`,
      picture: null,
      table: {
        columns: ['Action', 'Who', 'By when', 'What is wrong'].map((text) => ({ text, isNumeric: false })),
        rows: telling.map((action) => [
          [action.reference, action.title].filter(Boolean).join(' '),
          action.owners.join(', ') || 'nobody',
          action.dueOn === null ? 'no date' : sayDate(action.dueOn),
          [
            isLate(action, reader.today) && 'late',
            action.owners.length === 0 && 'no owner',
            action.wayToTell === null && 'no way to tell',
          ]
            .filter(Boolean)
            .join(', '),
        ]),
      },
      source: `As at ${sayDate(reader.today)} · the action plan`,
    },
  ]
}

function isLate(action: OpenAction, today: IsoDate): boolean {
  return action.dueOn !== null && action.dueOn < today
}
