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
