/** What a child may say of a promise (rule 3): other words than the council's states, and no colours. */
export const VERDICTS = ['yes', 'a bit', 'no', 'not about me', 'rather not say'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Who was beside them when they said it: so that a reader can tell whether they could say what they think. */
export const BESIDE = ['nobody', 'a friend', 'someone at home', 'my worker', 'another adult'] as const
export type Beside = (typeof BESIDE)[number]

export function isVerdict(text: string | undefined): text is Verdict {
  return (VERDICTS as readonly (string | undefined)[]).includes(text)
}

export function isBeside(text: string | undefined): text is Beside {
  return (BESIDE as readonly (string | undefined)[]).includes(text)
}

export interface VerdictCount {
  said: Verdict
  /** Null where it is hidden. */
  children: number | null
}

const isSmall = (children: number) => children >= 1 && children <= 5

/**
 * What may be shown of how many children gave each answer: 1 to 5 are hidden (rule 39). Where that hides exactly one answer, the
 * next smallest is hidden with it, because a reader who knows how many answered could work the one out. An answer that nobody gave
 * goes last: hiding it helps least. The database does the same in `kept.verdict_counts`, and a test holds the two together.
 */
export function hideVerdicts(counts: readonly { said: Verdict; children: number }[]): VerdictCount[] {
  const hidden = new Set(counts.filter(({ children }) => isSmall(children)).map(({ said }) => said))
  if (hidden.size === 1) {
    const [next] = counts
      .filter(({ said }) => !hidden.has(said))
      .toSorted((a, b) => Number(a.children === 0) - Number(b.children === 0) || a.children - b.children)
    if (next) hidden.add(next.said)
  }
  return counts.map(({ said, children }) => ({ said, children: hidden.has(said) ? null : children }))
}

/** "More than half of those who answered say a bit.": the total in words alone, and only of an answer that may be shown. */
export function sayMost(most: Verdict | null): string {
  return most === null ? 'No answer was given by more than half.' : `More than half of those who answered say ${most}.`
}
