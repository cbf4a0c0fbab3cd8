import type { listColleagueTitles, OwnerName } from '../../../shapes/plan/plan-part.store.ts'
import { promisePaths } from '../promises.paths.ts'
import { fieldsOf } from './promise.presenter.ts'
import { sayCount } from './wall.presenter.ts'

export interface OwnerTyped {
  written: string
  email: string
  body: string
  error: string
}

interface OwnerFacts {
  names: OwnerName[]
  colleagues: Awaited<ReturnType<typeof listColleagueTitles>>
  bodies: { id: string; name: string }[]
}

/** Finishes every word of matching: names as the plans have them, who is meant, and one name at a time to match. */
export function presentOwners({ names, colleagues, bodies }: OwnerFacts, chosen: string, typed: OwnerTyped | null) {
  const open = names.filter(({ people }) => people.length === 0)
  const name = names.find(({ written }) => written === chosen) ?? open[0] ?? null
  const guess = name === null ? undefined : colleagues.find(({ title }) => isSame(title, name.written))
  const field = fieldsOf(typed ? [{ field: 'email', text: typed.error }] : [])
  const body = bodies.find((one) => name !== null && isSame(one.name, name.written))
  return {
    sentence:
      names.length === 0
        ? 'The plans name nobody yet.'
        : open.length === 0
          ? 'Every name of the plans is matched to somebody here.'
          : `${sayCount(open.length)} of ${names.length} names in the plans ${open.length === 1 ? 'is' : 'are'} matched to nobody here.`,
    form:
      name === null
        ? null
        : {
            action: promisePaths.owners(),
            written: name.written,
            times: `It stands in ${name.times === 1 ? 'one action' : `${sayCount(name.times).toLowerCase()} actions`}.`,
            email: {
              ...field(
                'email',
                typed?.email ?? guess?.email ?? '',
                'Who answers for it: their email address at work',
                guess
                  ? `A colleague has the title “${guess.title}”. Check before you match`
                  : 'For several people, match one after the other',
              ),
              type: 'email',
              spellcheck: false,
            },
            body: {
              id: 'body',
              name: 'body',
              label: { text: 'Which of our groups is it? (only for a group)' },
              value: typed?.body ?? body?.id ?? '',
              items: [
                { value: '', text: 'It is no group' },
                ...bodies.map(({ id, name: text }) => ({ value: id, text })),
              ],
            },
          },
    open: open.map(({ written, times }) => ({
      text: written,
      href: `${promisePaths.owners()}?name=${encodeURIComponent(written)}`,
      note: times === 1 ? 'in one action' : `in ${times} actions`,
    })),
    matched: names
      .filter(({ people }) => people.length > 0)
      .map(({ written, people }) => ({
        written,
        addHref: `${promisePaths.owners()}?name=${encodeURIComponent(written)}`,
        people: people.map(({ personId, title, hasLeft, body: group }) => ({
          personId,
          text: `${title ?? 'A colleague'}${group ? `, for ${group}` : ''}${hasLeft ? ' (has left)' : ''}`,
        })),
      })),
    endAction: promisePaths.endMatch(),
  }
}

const isSame = (one: string | null, other: string) => one?.trim().toLowerCase() === other.trim().toLowerCase()
