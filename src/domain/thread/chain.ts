/** The chain that Kept is: each stage answers for the one before it, and the last one asks the first again. */
export const STAGES = ['promise', 'plan', 'done for children', 'measure', 'board', 'answer', 'children say'] as const
export type Stage = (typeof STAGES)[number]

export type KnotKind = 'promise' | 'action' | 'measure' | 'agenda item' | 'decision' | 'challenge' | 'theme' | 'answer'

/** A knot is something the chain is tied at: its kind, and its id (a measure's own, such as "M42"). */
export interface Knot {
  kind: KnotKind
  ref: string
}

export interface Join {
  from: Knot
  to: Knot
}

const stages: Record<KnotKind, Stage> = {
  promise: 'promise',
  action: 'plan',
  measure: 'measure',
  'agenda item': 'board',
  decision: 'board',
  challenge: 'board',
  answer: 'answer',
  theme: 'children say',
}

export function stageOf(kind: KnotKind): Stage {
  return stages[kind]
}

/**
 * The knots that hang together with one, nearest first, the one itself left out. The way goes through whatever is joined,
 * in both directions, but not past a second promise and not through a measure on the way: one measure can tell of several
 * promises, and what was decided about the one is not an answer to the other.
 */
export function walkThread(start: Knot, joins: readonly Join[]): Knot[] {
  const neighbours = new Map<string, Knot[]>()
  for (const { from, to } of joins) {
    neighbours.set(nameOf(from), [...(neighbours.get(nameOf(from)) ?? []), to])
    neighbours.set(nameOf(to), [...(neighbours.get(nameOf(to)) ?? []), from])
  }
  const seen = new Set([nameOf(start)])
  const found: Knot[] = []
  let promise = start.kind === 'promise' ? start : null
  let edge = [start]
  while (edge.length > 0) {
    const next: Knot[] = []
    for (const knot of edge.flatMap((each) => (isPassed(each, start) ? (neighbours.get(nameOf(each)) ?? []) : []))) {
      if (seen.has(nameOf(knot))) continue
      if (knot.kind === 'promise' && promise !== null) continue
      if (knot.kind === 'promise') promise = knot
      seen.add(nameOf(knot))
      found.push(knot)
      next.push(knot)
    }
    edge = next
  }
  return found
}

function isPassed(knot: Knot, start: Knot): boolean {
  return knot.kind !== 'measure' || knot === start
}

export function nameOf({ kind, ref }: Knot): string {
  return `${kind} ${ref}`
}
