import type { Query } from '../../database/database.ts'
import {
  findChange,
  findStanding,
  findStepsToNextBand,
  type Placed,
  quantile,
  type Standing,
  sayAgainst,
  summariseNeighbours,
} from '../../domain/comparators/compare.ts'
import { mappings } from '../../domain/comparators/mapping.ts'
import { isOwn, SYMBOLS } from '../../domain/comparators/read-release.ts'
import type { PointsAt } from '../../domain/measure-story/target.ts'
import { findMeasure } from '../../domain/measures/all-measures.ts'
import type { MeasureWords } from '../../domain/measures/measure.ts'
import { sayNumber, sayValue } from '../../domain/measures/say-value.ts'
import { sayDate } from '../../domain/shared/calendar-date.ts'
import type { Visit } from '../../web/route.ts'
import { listNeighbours, listPublished, type PublishedValue } from './comparator.store.ts'

const YEARS_SHOWN = 4
/** With fewer children behind it, being best or worst is chance: no colour. */
const FEWEST_FOR_COLOUR = 30

/** How we stand on one measure in what is published: in words, then in numbers. Null where nothing is held. */
export async function readComparison(
  { database, actor, council }: Pick<Visit, 'database' | 'actor' | 'council'>,
  measure: MeasureWords,
) {
  const { values, neighbours } = await database.as(actor, async (query) => {
    const published = await listPublished(query, measure.id)
    return {
      values: published,
      neighbours:
        published.length === 0 ? [] : await listNeighbours(query, ourCode(published, council) ?? council.code),
    }
  })
  const own = { code: council.code, newCode: council.onsCode ?? '' }
  const years = [...new Set(values.map(({ year }) => year))].sort((one, other) => one - other).slice(-YEARS_SHOWN)
  const year = years.at(-1)
  if (year === undefined) return null
  const mapping = mappings.find(({ measureId }) => measureId === measure.id)
  const words = {
    kind: measure.kind,
    decimals: mapping?.decimals ?? measure.decimals,
    ...(measure.unit && { unit: measure.unit }),
  }
  const find = (of: number, is: (value: PublishedValue) => boolean) =>
    values.find((value) => value.year === of && is(value))
  const ours = (of: number) => find(of, (value) => value.level === 'authority' && isOwn(value, own))
  const now = ours(year)
  const region = now?.region ?? null
  const codes = neighbours.map(({ code }) => code)
  const placed = (of: number): Placed[] =>
    values.filter((value) => value.year === of && value.level === 'authority' && !isStuck(values, of))
  const among = (of: number) => summariseNeighbours(placed(of), codes)
  const standing = now ? findStanding(placed(year), now.code, measure.direction) : null
  const rows = [
    { name: 'Ours, as published', of: (one: number) => say(ours(one), words) },
    {
      name: `England`,
      of: (one: number) =>
        say(
          find(one, (value) => value.level === 'national'),
          words,
        ),
    },
    ...(region
      ? [
          {
            name: find(year, (value) => value.level === 'regional' && value.code === region)?.name ?? 'Our region',
            of: (one: number) =>
              say(
                find(one, (value) => value.level === 'regional' && value.code === region),
                words,
              ),
          },
        ]
      : []),
    ...(codes.length > 0
      ? [
          {
            name: 'Councils like ours (average)',
            of: (one: number) => {
              const found = among(one)
              return found ? `${sayValue(found.mean, words)} (${found.of} of ${codes.length})` : 'too few have a value'
            },
          },
        ]
      : []),
  ]
  const source = values.findLast((value) => value.year === year)!
  return {
    sentence: sayStanding(measure, {
      year,
      now: now?.value ?? null,
      change: findChange(
        values.filter((value) => value.level === 'authority' && isOwn(value, own)),
        year,
      ),
      england: find(year, (value) => value.level === 'national')?.value ?? null,
      neighbours: among(year)?.mean ?? null,
    }),
    band: standing && sayBand(standing, now!),
    steps: saySteps(measure, standing, now),
    table: {
      caption: `${measure.plainTitle}, as published`,
      isCaptionHidden: true,
      columns: [{ text: '', isNumeric: false }, ...years.map((one) => ({ text: String(one), isNumeric: true }))],
      rows: rows.map((row) => [row.name, ...years.map((one) => row.of(one))]),
      note: '',
      isStacked: true,
    },
    differs:
      measure.comparable === 'yes' && mapping?.comparable !== 'near'
        ? 'Published figures are of years that are over; the one above may speak of another day.'
        : `The published figure does not count quite the same as ours. ${mapping?.differs ?? 'Do not set one beside the other.'}`,
    neighboursList: neighbours.length > 0 ? `Councils like ours: ${neighbours[0]!.list}.` : '',
    source: `Source: ${source.source}, ${source.release}, ${sayDate(source.publishedOn)}.`,
  }
}

/** What a target may point at, of the newest published year. Null where nothing is held. */
export async function readPublishedGoals(
  query: Query,
  council: Pick<Visit['council'], 'code' | 'onsCode'>,
  measureId: string,
): Promise<{ year: number; values: Record<PointsAt, number | null> } | null> {
  const values = await listPublished(query, measureId)
  const year = Math.max(...values.map((value) => value.year))
  const measure = findMeasure(measureId)
  if (values.length === 0 || measure === null) return null
  const now = values.filter((value) => value.year === year)
  const code = ourCode(values, council) ?? council.code
  const authorities = isStuck(values, year) ? [] : now.filter(({ level }) => level === 'authority')
  const neighbours = (await listNeighbours(query, code)).map((neighbour) => neighbour.code)
  const sorted = authorities
    .flatMap(({ value }) => (value === null ? [] : [value]))
    .toSorted((one, other) => one - other)
  const isQuarterKnown = measure.direction !== 'none' && sorted.length >= 4
  return {
    year,
    values: {
      England: now.find(({ level }) => level === 'national')?.value ?? null,
      'councils like ours': summariseNeighbours(authorities, neighbours)?.mean ?? null,
      'the best quarter': isQuarterKnown ? quantile(sorted, measure.direction === 'lower' ? 0.25 : 0.75) : null,
    },
  }
}

/** How many children more or fewer would do for the next better quarter: of published numbers, so it tells nobody more. */
function saySteps(measure: MeasureWords, standing: Standing | null, now: PublishedValue | undefined): string {
  const base = now?.count && now.value ? Math.round((100 * now.count) / now.value) : null
  if (standing === null || measure.kind !== 'percent' || base === null) return ''
  const steps = findStepsToNextBand(standing, { count: now!.count!, base, direction: measure.direction })
  if (steps === null) return ''
  const many = `${sayNumber(steps)} ${measure.direction === 'higher' ? 'more' : 'fewer'}`
  return `${many[0]!.toUpperCase()}${many.slice(1)}, of about ${sayNumber(base)}, would have put us in the next better quarter.`
}

function ourCode(
  values: readonly PublishedValue[],
  council: Pick<Visit['council'], 'code' | 'onsCode'>,
): string | null {
  return (
    values.find(
      (value) => value.level === 'authority' && isOwn(value, { code: council.code, newCode: council.onsCode ?? '' }),
    )?.code ?? null
  )
}

/** Every council the same: a mistake in the file, not a standing. */
function isStuck(values: readonly PublishedValue[], year: number): boolean {
  const numbers = values.flatMap((value) =>
    value.year === year && value.level === 'authority' && value.value !== null ? [value.value] : [],
  )
  return numbers.length > 20 && new Set(numbers).size === 1
}

function say(value: PublishedValue | undefined, words: Parameters<typeof sayValue>[1]): string {
  if (!value) return 'not published'
  return value.value === null ? `${value.symbol}: ${SYMBOLS[value.symbol!]}` : sayValue(value.value, words)
}

interface Facts {
  year: number
  now: number | null
  change: number | null
  england: number | null
  neighbours: number | null
}

function sayStanding({ direction }: MeasureWords, { year, now, change, england, neighbours }: Facts): string {
  if (now === null) return `In ${year} no figure of ours is published.`
  const parts = [
    ...(change === null ? [] : [`${sayAgainst(now, now - change, direction)} the year before`]),
    ...(neighbours === null ? [] : [`${sayAgainst(now, neighbours, direction)} councils like ours`]),
    ...(england === null ? [] : [`${sayAgainst(now, england, direction)} England`]),
  ]
  if (parts.length === 0) return `In ${year} there is nothing published to set ours beside.`
  const last = parts.pop()!
  return `In ${year} ours was ${parts.length > 0 ? `${parts.join(', ')} and ` : ''}${last}.`
}

const BANDS = {
  A: 'in the best quarter',
  B: 'in the second-best quarter',
  C: 'in the third quarter',
  D: 'in the quarter furthest behind',
} as const

function sayBand({ rank, of, band }: NonNullable<ReturnType<typeof findStanding>>, now: PublishedValue) {
  const base = now.count !== null && now.value ? (100 * now.count) / now.value : null
  const isColoured = (band === 'A' || band === 'D') && (base === null || base >= FEWEST_FOR_COLOUR)
  return {
    state: isColoured ? (band === 'A' ? 'kept' : 'not-kept') : 'unknown',
    text: `${rank} of ${of} councils, ${BANDS[band]}`,
  }
}
