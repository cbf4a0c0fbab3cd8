import { z } from 'zod'
import type { SdcPack, SdcPattern } from './pack.ts'

const id = z.string().min(1)
const whole = z.int()

const cellShape = z.object({
  id,
  value: whole.min(0),
  weight: z.number().min(0).optional(),
  hide: z.enum(['may', 'never', 'implied', 'earlier-hidden']).optional(),
  sensitive: z.boolean().optional(),
  structural: z.boolean().optional(),
  threshold: whole.min(0).optional(),
})

const relationShape = z.union([
  z.object({ id, total: id, parts: z.array(id) }),
  z.object({ id, terms: z.array(z.object({ cell: id, coef: whole })).min(1), equals: whole.optional() }),
])

const packShape = z.object({
  format: z.literal('sdc-pack/1'),
  id: z.string().optional(),
  rule: z.object({
    threshold: whole.min(0),
    zeros: z.enum(['hideable', 'shown']).default('hideable'),
    symbol: z.enum(['one', 'two']).default('one'),
    protect: z.union([z.enum(['whole-range', 'beyond']), whole.min(1)]).default('whole-range'),
  }),
  cells: z.array(cellShape),
  relations: z.array(relationShape).default([]),
  percents: z.array(z.object({ id, of: id, base: id, decimals: whole.min(0).max(6) })).default([]),
})

const patternShape = z.object({
  format: z.literal('sdc-pattern/1').default('sdc-pattern/1'),
  hidden: z.array(id),
  hidden_percents: z.array(id).default([]),
  primary: z.array(id).optional(),
  rounded: z
    .record(
      id,
      z.object({ base: whole.min(2), kind: z.enum(['nearest', 'controlled']), shown: whole.min(0).optional() }),
    )
    .optional(),
  seconds: z.number().default(0),
  claims: z.enum(['optimal', 'bound', 'heuristic', 'impossible']).default('heuristic'),
})

/** A file that is no pack, or no pattern for it: each fault a sentence that says where and what to do. */
export interface Unreadable {
  faults: string[]
}

export function isUnreadable(read: object): read is Unreadable {
  return 'faults' in read
}

/** Reads a pack (`sdc-pack/1`), parsed from JSON. Names must be told apart and must exist. */
export function readPack(given: unknown): (Required<Pick<SdcPack, 'percents'>> & SdcPack) | Unreadable {
  const read = packShape.safeParse(given)
  if (!read.success) return { faults: sayFaults(read.error) }
  const { cells, relations, percents } = read.data
  const known = new Set(cells.map((cell) => cell.id))
  const faults = [
    ...findTwice(cells, 'cells'),
    ...findTwice(relations, 'relations'),
    ...findTwice(percents, 'percents'),
    ...relations.flatMap((relation) =>
      namesIn(relation)
        .filter((name) => !known.has(name))
        .map((name) => `The relation "${relation.id}" names the cell "${name}", which the pack does not hold: add it.`),
    ),
    ...percents.flatMap((percent) =>
      [percent.of, percent.base]
        .filter((name) => !known.has(name))
        .map((name) => `The percent "${percent.id}" names the cell "${name}", which the pack does not hold: add it.`),
    ),
  ]
  return faults.length > 0 ? { faults } : read.data
}

/** Reads a pattern (`sdc-pattern/1`) for a pack. What it names must be in the pack. */
export function readPattern(given: unknown, { cells, percents = [] }: SdcPack): SdcPattern | Unreadable {
  const read = patternShape.safeParse(given)
  if (!read.success) return { faults: sayFaults(read.error) }
  const knownCells = new Set(cells.map((cell) => cell.id))
  const knownPercents = new Set(percents.map((percent) => percent.id))
  const { hidden, hidden_percents, rounded = {}, primary = [] } = read.data
  const faults = [
    ...[...hidden, ...primary, ...Object.keys(rounded)]
      .filter((name) => !knownCells.has(name))
      .map((name) => `The pattern names the cell "${name}", which the pack does not hold: is it for another pack?`),
    ...hidden_percents
      .filter((name) => !knownPercents.has(name))
      .map((name) => `The pattern names the percent "${name}", which the pack does not hold: is it for another pack?`),
  ]
  return faults.length > 0 ? { faults } : (read.data as SdcPattern)
}

function namesIn(relation: z.infer<typeof relationShape>): string[] {
  return 'total' in relation ? [relation.total, ...relation.parts] : relation.terms.map((term) => term.cell)
}

function findTwice(named: { id: string }[], what: string): string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { id } of named) {
    if (seen.has(id)) twice.add(id)
    seen.add(id)
  }
  return [...twice].map((name) => `Two ${what} are called "${name}": give each a name of its own.`)
}

function sayFaults(error: z.ZodError): string[] {
  return error.issues.map((issue) => `At ${issue.path.join('.') || 'the start'}: ${issue.message}.`)
}
