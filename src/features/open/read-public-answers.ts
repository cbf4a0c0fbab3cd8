import type { Query } from '../../database/database.ts'

/** What a group of young people said, and what came of it, once everybody in the order of telling before the public knows it (rule 34). */
export interface PublicAnswer {
  said: string
  /** "We did" or "No, because". */
  kind: 'we did' | 'no, because'
  answer: string
  on: string
}

/** Nothing is released to the public yet: the part that keeps what young people say releases it here. */
export async function readPublicAnswers(_query: Query): Promise<PublicAnswer[]> {
  return []
}
