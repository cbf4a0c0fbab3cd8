import { findMeasure } from '../measures/all-measures.ts'
import type { ReadItem } from './read-plan-items.ts'

export interface PromiseParts {
  words: string | null
  party: 'we' | 'you' | 'together'
  /** The figure that shows it; null: children are counted by hand, or nobody knows yet. */
  measureId: string | null
}

/**
 * A row of a pledge: the full words stand where a plan has its steps, whose promise it is where a plan has its priority
 * ("we" unless it says "you" or "together"), and the figure, such as M20, where a plan says how to tell.
 */
export function readPromise(item: ReadItem): ReadItem & PromiseParts {
  const whose = item.priority ?? ''
  const named = /\b[A-Z]\d{2,3}\b/.exec((item.wayToTell ?? '').toUpperCase())?.[0] ?? ''
  return {
    ...item,
    hows: [],
    priority: null,
    words: item.hows.join('\n') || null,
    party: /together|both/i.test(whose) ? 'together' : /\byou/i.test(whose) ? 'you' : 'we',
    measureId: findMeasure(named)?.id ?? null,
  }
}
