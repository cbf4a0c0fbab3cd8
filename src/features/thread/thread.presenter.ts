import { findMeasure } from '../../domain/measures/all-measures.ts'
import { type IsoDate, sayDate } from '../../domain/shared/calendar-date.ts'
import { type Knot, nameOf, STAGES, type Stage, stageOf } from '../../domain/thread/chain.ts'
import type { NamedKnot } from './knot.store.ts'

/** A knot as `slimThread` draws it. */
export interface SlimKnot {
  kind: Stage
  title: string
  note?: string
  isCurrent?: boolean
  isGap?: boolean
  href?: string
  linkText?: string
  /** What else hangs at this stage. */
  others?: { href: string; text: string }[]
}

/** What a stage says that no knot of its own tells: how many children it is done for, what they say. */
export interface ToldStage {
  title: string
  note?: string
  href?: string
  linkText?: string
}

const GAPS: Record<Stage, string> = {
  promise: 'Not joined to a promise',
  plan: 'No action yet',
  'done for children': 'Not counted yet',
  measure: 'No measure joined yet',
  board: 'Not on an agenda yet',
  answer: 'No answer yet',
  'children say': 'Nobody has answered yet',
}

export interface ThreadFacts {
  current: Knot
  /** Nearest first. Those without a name are not for this reader. */
  found: readonly Knot[]
  names: ReadonlyMap<string, NamedKnot>
  told: Partial<Record<Stage, ToldStage>>
}

/** One knot for each stage of the chain, in its order; a stage with nothing on it is drawn as a gap. */
export function presentThread({ current, found, names, told }: ThreadFacts): SlimKnot[] {
  const all = [current, ...found].flatMap((knot) => describe(knot, names) ?? [])
  return STAGES.map((stage): SlimKnot => {
    const here = all.filter((knot) => knot.stage === stage)
    const shown = here.find((knot) => knot.name === nameOf(current)) ?? newest(here)
    const said = told[stage]
    // What most children say of the promise comes before one of its themes.
    if (said !== undefined && stage === 'children say' && shown?.name !== nameOf(current))
      return { kind: stage, ...said, ...(shown ? { note: `${said.note}; theme: ${shown.title}, ${shown.note}` } : {}) }
    if (shown === undefined)
      return said === undefined ? { kind: stage, title: GAPS[stage], isGap: true } : { kind: stage, ...said }
    const isCurrent = shown.name === nameOf(current)
    const others = here.filter((knot) => knot !== shown).map(({ href, title }) => ({ href, text: title }))
    return {
      kind: stage,
      title: shown.title,
      ...(shown.note === '' || isCurrent ? {} : { note: shown.note }),
      ...(isCurrent ? { isCurrent: true } : { href: shown.href, linkText: shown.linkText }),
      ...(others.length === 0 ? {} : { others }),
    }
  })
}

interface Described {
  stage: Stage
  name: string
  title: string
  note: string
  on: IsoDate | null
  href: string
  linkText: string
}

const PLACES: Record<Knot['kind'], { path: string; linkText: string }> = {
  promise: { path: '/promises/', linkText: 'The promise' },
  action: { path: '/promises/actions/', linkText: 'The action' },
  measure: { path: '/figures/', linkText: 'The figure' },
  'agenda item': { path: '/meetings/', linkText: 'The meeting' },
  decision: { path: '/meetings/decisions/', linkText: 'The decision' },
  challenge: { path: '/challenges/', linkText: 'The challenge' },
  theme: { path: '/themes/', linkText: 'What they said' },
  answer: { path: '/themes/', linkText: 'The answer' },
}

function describe(knot: Knot, names: ReadonlyMap<string, NamedKnot>): Described | null {
  const { path, linkText } = PLACES[knot.kind]
  const base = { stage: stageOf(knot.kind), name: nameOf(knot), linkText }
  if (knot.kind === 'measure') {
    const measure = findMeasure(knot.ref)
    return measure ? { ...base, title: measure.title, note: '', on: null, href: `${path}${knot.ref}` } : null
  }
  const named = names.get(nameOf(knot))
  if (named === undefined) return null
  return { ...base, title: named.title, note: sayNote(named), on: named.on, href: `${path}${named.home}` }
}

function sayNote({ kind, owner, on }: NamedKnot): string {
  const day = on === null ? '' : sayDate(on)
  if (kind === 'action') return [owner ?? 'nobody is named', day && `by ${day}`].filter(Boolean).join(', ')
  if (kind === 'theme') return owner ?? ''
  if (kind === 'answer') return [owner, day].filter(Boolean).join(', ')
  if (kind === 'challenge') return day && `answer by ${day}`
  return kind === 'promise' ? '' : day
}

/** The board's newest word; anywhere else the nearest. */
function newest(knots: Described[]): Described | undefined {
  if (knots[0]?.stage !== 'board') return knots[0]
  return knots.toSorted((one, other) => ((one.on ?? '') < (other.on ?? '') ? 1 : -1))[0]
}
