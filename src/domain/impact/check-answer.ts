export const EFFECTS = {
  helps: 'It helps',
  'could harm': 'It could harm',
  'no difference': 'It makes no difference',
} as const
export type Effect = keyof typeof EFFECTS

export interface TypedAnswer {
  effect: string
  why: string
  aboutHarm: string
  principles: number[]
  howAsked: string
  plainWords: string
  writtenBy: string
}

export interface Fault {
  field: keyof TypedAnswer
  text: string
}

/** What an answer still needs before it is one: the same the database asks, in sentences. */
export function checkAnswer(typed: TypedAnswer): Fault[] {
  const faults: Fault[] = []
  const add = (field: keyof TypedAnswer, text: string) => faults.push({ field, text })
  const length = (field: 'why' | 'aboutHarm' | 'howAsked' | 'plainWords' | 'writtenBy') => typed[field].trim().length
  if (!Object.hasOwn(EFFECTS, typed.effect))
    add('effect', 'Choose whether it helps, could harm or makes no difference.')
  if (length('why') < 20)
    add(
      'why',
      typed.effect === 'no difference'
        ? 'Say why it makes no difference to any child in care or care leaver. “Not applicable” is no reason.'
        : 'Say in what way, in a sentence or two.',
    )
  if (length('why') > 4000) add('why', 'Say it in 4,000 letters at most.')
  if (typed.effect === 'could harm' && length('aboutHarm') < 20)
    add('aboutHarm', 'Say what will be done so that nobody comes to harm, or what will be put right.')
  if (length('aboutHarm') > 4000) add('aboutHarm', 'Say it in 4,000 letters at most.')
  if (typed.effect !== 'no difference' && typed.principles.length === 0)
    add('principles', 'Choose at least one principle that it touches.')
  if (length('howAsked') < 3)
    add('howAsked', 'Say how children and young people were asked. “We did not” is an answer.')
  if (length('howAsked') > 2000) add('howAsked', 'Say it in 2,000 letters at most.')
  if (length('plainWords') > 2000) add('plainWords', 'Say it in 2,000 letters at most.')
  if (length('writtenBy') < 3 || length('writtenBy') > 120)
    add('writtenBy', 'Enter who answers, as a title: “Head of lettings”.')
  return faults
}
