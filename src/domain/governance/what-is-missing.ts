/** What a paper must have before it goes out, and what an agenda must: said in words that tell what to do. */
export interface PaperParts {
  fullText: string
  plainVersion: string
  impact: string
  /** The full paper where it was uploaded. */
  fileId?: string | null
}

export const IMPACT_QUESTION = 'How does this support our children in care and care leavers?'

export function listMissingOfPaper(paper: PaperParts): string[] {
  const isEmpty = (text: string) => text.trim() === ''
  return [
    isEmpty(paper.plainVersion) && 'a plain version',
    isEmpty(paper.impact) && 'an answer to how it supports our children',
    isEmpty(paper.fullText) && !paper.fileId && 'the full paper',
  ].filter((part) => part !== false)
}

export interface AgendaPart {
  isYoungPeoples: boolean
  title: string | null
  otherwiseBecause: string | null
  paper: (PaperParts & { title: string; publishedOn: string | null }) | null
}

/** What still stands between a meeting and its agenda and pack going out. Empty: nothing does. */
export function listMissingOfMeeting(items: AgendaPart[]): string[] {
  const first = items.find((item) => item.isYoungPeoples)
  return [
    ...(first && first.title === null && first.otherwiseBecause === null
      ? ['Young people’s item is empty: ask them what it is, or minute why there is none.']
      : []),
    ...(items.length < 2 ? ['There is nothing on the agenda after young people’s item.'] : []),
    ...items.flatMap(({ paper }) => {
      if (paper === null || paper.publishedOn !== null) return []
      const missing = listMissingOfPaper(paper)
      return missing.length === 0
        ? [`“${paper.title}” is ready to be published.`]
        : [`“${paper.title}” lacks ${sayList(missing)}.`]
    }),
  ]
}

export function sayList(parts: string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
