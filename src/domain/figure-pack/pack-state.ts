/** Where a figure pack stands. Data, with who may do what next; worked out from what was done, never typed. */
export type PackState = 'draft' | 'checked' | 'cannot be published' | 'approved' | 'published' | 'withdrawn'
export type PackStep = 'approved' | 'published' | 'withdrawn'

export interface PackFacts {
  madeBy: string
  /** The outcome of the check of the whole; null before it. */
  isSafe: boolean | null
  steps: readonly PackStep[]
}

export const AUDIENCES = ['board', 'performance board', 'foster care council', 'partners', 'public'] as const
export type Audience = (typeof AUDIENCES)[number]

export const SMALL_NUMBERS = ['hidden', 'rounded'] as const
export type SmallNumbers = (typeof SMALL_NUMBERS)[number]

export function packState({ isSafe, steps }: PackFacts): PackState {
  if (steps.includes('withdrawn')) return 'withdrawn'
  if (steps.includes('published')) return 'published'
  if (steps.includes('approved')) return 'approved'
  if (isSafe === null) return 'draft'
  return isSafe ? 'checked' : 'cannot be published'
}

/** What this person may do next. Whoever made a pack does not approve it. */
export function nextSteps(facts: PackFacts, person: { id: string; mayApprove: boolean }): PackStep[] {
  if (!person.mayApprove) return []
  const state = packState(facts)
  if (state === 'checked') return facts.madeBy === person.id ? [] : ['approved']
  if (state === 'approved') return ['published']
  return state === 'published' ? ['withdrawn'] : []
}
