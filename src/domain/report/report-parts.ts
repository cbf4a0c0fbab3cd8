/** One part of a report: figures that are placed, and words that a person writes. */
export interface ReportPart {
  id: string
  title: string
  /** What the writer is asked. */
  ask: string
  /** Its heading in the version for children; null: it is not in it. */
  forChildren: string | null
}

/** The annual report to full council and its partners. */
export const ANNUAL_PARTS: readonly ReportPart[] = [
  {
    id: 'foreword',
    title: 'Foreword',
    ask: 'What should the council know first, from whoever chairs the board?',
    forChildren: 'Hello',
  },
  {
    id: 'promises',
    title: 'What we promised, and how it stands',
    ask: 'What went well, what did not, and why?',
    forChildren: 'What we promised you',
  },
  {
    id: 'voices',
    title: 'What children told us, and what came of it',
    ask: 'What did you learn from it? No child’s words, age or place.',
    forChildren: 'What you told us',
  },
  {
    id: 'figures',
    title: 'The figures children asked for',
    ask: 'Why did they move, or not? The numbers stand below by themselves.',
    forChildren: 'How it went',
  },
  {
    id: 'challenges',
    title: 'Challenges, and who answered',
    ask: 'What changed because somebody asked?',
    forChildren: 'Hard questions that young people asked',
  },
  {
    id: 'plan',
    title: 'The plan',
    ask: 'What is late, and what will be done about it?',
    forChildren: null,
  },
  {
    id: 'board',
    title: 'Who met, and who came',
    ask: 'Was everybody there who had to be?',
    forChildren: null,
  },
  {
    id: 'members',
    title: 'What members did',
    ask: 'What came of it? Nobody is named by how much they did.',
    forChildren: 'What people on the council did',
  },
  {
    id: 'next',
    title: 'What comes next',
    ask: 'What will be different by next year, and who answers for it?',
    forChildren: 'What we do next',
  },
]

/** One Year On: what each directorate gave its word on, and what came of it. */
export const ONE_YEAR_ON_PARTS: readonly ReportPart[] = [
  {
    id: 'foreword',
    title: 'Foreword',
    ask: 'In a few words: what should the reader look at first?',
    forChildren: null,
  },
  { id: 'silent', title: 'Nobody has said what came of these', ask: 'Why not?', forChildren: null },
  { id: 'directorates', title: 'By directorate', ask: 'What is worth saying of all of them?', forChildren: null },
  {
    id: 'loose',
    title: 'Told, and answering no commitment on file',
    ask: 'Which commitment might each of them answer?',
    forChildren: null,
  },
]

export type ReportKind = 'annual report' | 'one year on'

export function partsOf(kind: ReportKind): readonly ReportPart[] {
  return kind === 'annual report' ? ANNUAL_PARTS : ONE_YEAR_ON_PARTS
}

export type ReportState = 'draft' | 'frozen' | 'published' | 'withdrawn'

export function reportState({ isFrozen, steps }: { isFrozen: boolean; steps: readonly string[] }): ReportState {
  if (steps.includes('withdrawn')) return 'withdrawn'
  if (steps.includes('published')) return 'published'
  return isFrozen ? 'frozen' : 'draft'
}

/** What is missing before a report may be frozen, as sentences: a part without words says nothing of its figures. */
export function listMissing(
  kind: ReportKind,
  written: ReadonlyMap<string, { words: string; forChildren: string }>,
): string[] {
  return partsOf(kind).flatMap(({ id, title, forChildren }) => {
    const part = written.get(id)
    const isNeeded = kind === 'annual report' || id === 'foreword'
    return [
      ...(isNeeded && !part?.words.trim() ? [`Write “${title}”.`] : []),
      ...(forChildren !== null && !part?.forChildren.trim() ? [`Write “${title}” for children too.`] : []),
    ]
  })
}
