import type { Query } from '../../database/database.ts'

/** How many answers wait for whoever asks. Nothing can be sent yet, so none wait. */
export async function countWaitingAnswers(_query: Query): Promise<number> {
  return 0
}
