import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { LooseProgress } from '../../../shapes/plan/loose-progress.store.ts'
import { promisePaths } from '../../promises/index.ts'
import type { CommitmentName } from '../commitment.store.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import { NO_DIRECTORATE } from './new-progress.presenter.ts'
import { ANSWERS_NONE } from './progress.presenter.ts'

/** Finishes every word of one thing that was told, what it answers and who says so; commitments of its directorate come first. */
export function presentOneProgress(
  progress: LooseProgress,
  commitments: readonly CommitmentName[],
  { canKeep, chosen, error }: { canKeep: boolean; chosen: string; error: string },
) {
  const { id, answers, directorate } = progress
  const mine = commitments.filter((one) => isSame(one.directorate, directorate))
  const others = commitments.filter((one) => !mine.includes(one))
  return {
    eyebrow: `${directorate ?? NO_DIRECTORATE} · told in “${progress.report}”, ${sayDate(progress.saidOn)}`,
    sentence: progress.words,
    pill: answers === null ? ANSWERS_NONE : { state: 'kept', text: 'joined' },
    answers:
      answers === null
        ? null
        : {
            title: answers.title,
            href: promisePaths.action(answers.itemId),
            who: `${answers.joinedAs ?? 'Somebody'} says so, since ${sayDate(answers.joinedOn)}.`,
            endAction: canKeep ? commitmentPaths.endJoin(id) : null,
          },
    ended: progress.ended.map((one) => ({
      text: one.title,
      note: `Joined by ${one.joinedAs ?? 'somebody'} on ${sayDate(one.joinedOn)}; ended by ${one.endedAs ?? 'somebody'} on ${sayDate(one.endedOn)}`,
    })),
    form:
      answers !== null || !canKeep || commitments.length === 0
        ? null
        : {
            action: commitmentPaths.join(id),
            item: {
              id: 'item',
              name: 'item',
              label: { text: 'Which commitment does it answer?' },
              value: chosen,
              items: [
                { value: '', text: 'Choose one' },
                ...[...mine, ...others].map((one) => ({
                  value: one.id,
                  text: [one.directorate ?? NO_DIRECTORATE, one.title].join(': '),
                })),
              ],
              ...(error === '' ? {} : { errorMessage: { text: error } }),
            },
          },
    noneToJoin: answers === null && canKeep && commitments.length === 0,
  }
}

/** "Housing Directorate" is Housing: a report's headings are not the plan's. Only an order to look through; nothing is joined by it. */
const isSame = (one: string | null, other: string | null) => bare(one) !== '' && bare(one) === bare(other)
const bare = (name: string | null) =>
  (name ?? '')
    .toLowerCase()
    .replace(/\b(?:directorate|department|service)\b/g, '')
    .trim()
