import { findMeasure } from '../../../domain/measures/all-measures.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { tellOfPromise } from '../../promises/index.ts'
import { readThread } from '../../thread/index.ts'
import {
  answerChallenge,
  type Challenge,
  findChallenge,
  judgeAnswer,
  listSeats,
  type Seat,
} from '../challenge.store.ts'
import { paths } from '../governance.paths.ts'
import { lowerFirst, presentChallengeState } from './challenges.page.ts'
import { readTelling, sayTelling } from './tell-challenge.page.ts'

const DONE: Record<string, string> = {
  raised: 'It is raised. Who must answer sees it, every board member too, and it stands on the next agenda.',
  answered: 'Your answer is there. Those who asked say whether it answers them.',
  accepted: 'You said it is answered. It is closed, and stays to be read.',
  told: 'Everybody can read it on the public page.',
  'not-yet': 'It stays open, and it is on the next agenda.',
}

export async function showChallenge(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitAnswer(visit: Visit): Promise<Answer> {
  const words = (visit.form.words ?? '').trim()
  const found = await visit.database.as(visit.actor, (query) =>
    findChallenge(query, visit.params.id ?? '', visit.today),
  )
  if (found === null || !mayAnswer(found, visit.actor.personId)) return notFound
  if (words.length < 10)
    return show(visit, [
      { field: 'words', text: 'Write your answer: what you did, or will do and by when, or why not.' },
    ])
  await visit.database.as(visit.actor, async (query) => {
    await answerChallenge(query, visit.actor.authorityId, found.id, words)
    await recordTrace(query, visit.actor, { event: 'challenge answered', detail: { challenge: found.id } })
  })
  return { redirect: `${paths.challenge(found.id)}?done=answered` }
}

export async function submitVerdict(visit: Visit): Promise<Answer> {
  const verdict = visit.form.verdict
  const why = (visit.form.why ?? '').trim()
  const found = await visit.database.as(visit.actor, (query) =>
    findChallenge(query, visit.params.id ?? '', visit.today),
  )
  const waiting = found?.answers.find((answer) => answer.verdict === null)
  if (!found || !waiting) return notFound
  if (verdict !== 'accepted' && verdict !== 'not answered yet')
    return show(visit, [{ field: 'why', text: 'Say whether it is answered, or not yet.' }])
  if (verdict === 'not answered yet' && why.length < 5)
    return show(visit, [{ field: 'why', text: 'Say what is still missing, so that they can answer it.' }])
  const isDone = await visit.database.as(visit.actor, async (query) => {
    const done = await judgeAnswer(query, waiting.id, verdict, why)
    if (done)
      await recordTrace(query, visit.actor, { event: 'answer judged', detail: { challenge: found.id, verdict } })
    return done
  })
  if (!isDone) return notFound
  return { redirect: `${paths.challenge(found.id)}?done=${verdict === 'accepted' ? 'accepted' : 'not-yet'}` }
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const challenge = await findChallenge(query, visit.params.id ?? '', visit.today)
    return (
      challenge && {
        challenge,
        seats: await listSeats(query),
        telling: await readTelling(query, challenge),
      }
    )
  })
  if (found === null) return notFound
  const { challenge, seats, telling } = found
  const canJudge = mayJudge(challenge, visit.actor.personId, seats) && visit.can('challenges:write')
  const done = DONE[visit.query.done ?? '']
  return {
    template: 'features/governance/pages/challenge.njk',
    title: 'A challenge',
    status: errors.length > 0 ? 422 : 200,
    model: {
      threadKnots: await readThread(visit, { kind: 'challenge', ref: challenge.id }, tellOfPromise),
      title: challenge.title,
      lead: sayLead(challenge),
      pill: presentChallengeState(challenge, visit.today),
      words: challenge.words,
      telling: sayTelling(telling),
      tellHref: telling.step === 'may be told' && visit.can('meetings:write') ? paths.tell(challenge.id) : '',
      figure: sayFigure(challenge),
      answers: challenge.answers.map((answer) => ({
        title: `Answered on ${sayDate(answer.answeredOn)}`,
        words: answer.words,
        verdict:
          answer.verdict === 'accepted'
            ? `Accepted on ${sayDate(answer.verdictOn!)}${answer.verdictWords ? `: “${answer.verdictWords}”` : '.'}`
            : answer.verdict === 'not answered yet'
              ? `Not answered yet, they said on ${sayDate(answer.verdictOn!)}: “${answer.verdictWords ?? ''}”`
              : 'Those who asked have not said yet whether it answers them.',
      })),
      verdictForm: canJudge
        ? {
            action: `${paths.challenge(challenge.id)}/verdict`,
            field: makeField(
              'why',
              { label: 'In your words', hint: 'Needed where it is not answered yet.', value: visit.form.why, rows: 3 },
              errors,
            ),
          }
        : null,
      answerForm: mayAnswer(challenge, visit.actor.personId)
        ? {
            action: `${paths.challenge(challenge.id)}/answer`,
            field: makeField(
              'words',
              {
                label: 'Your answer',
                hint: 'What you did, what you will do and by when, or why not. It can be released on request.',
                value: visit.form.words,
                rows: 6,
              },
              errors,
            ),
          }
        : null,
    },
    page: {
      back: { href: paths.challenges(), text: 'All challenges' },
      ...listErrors(errors),
      ...(done ? { notice: { text: done, isSuccess: true } } : {}),
    },
  }
}

/** Who asked, where and when; who answers, by name, and by when. */
function sayLead(challenge: Challenge): string {
  const who = [lowerFirst(challenge.toTitle ?? ''), challenge.toName].filter(Boolean).join(', ')
  const asked = `Raised ${challenge.groupName ? `by ${challenge.groupName} ` : ''}on ${sayDate(challenge.raisedOn)} (${challenge.body}).`
  return challenge.state === 'accepted'
    ? `${asked} Answered by ${who}.`
    : `${asked} To be answered by ${who}, by ${sayDate(challenge.answerDueOn)}.`
}

function sayFigure({ measureId }: Challenge): { href: string; text: string } | null {
  const measure = findMeasure(measureId ?? '')
  return measure && { href: `/figures/${measure.id}`, text: measure.plainTitle }
}

/** The one it was put to, while no answer of theirs waits. */
function mayAnswer(challenge: Challenge, personId: string): boolean {
  return challenge.toPerson === personId && (challenge.state === 'open' || challenge.state === 'late')
}

/** Those who raised it: the person, or anybody who speaks for the same group there. */
function mayJudge(challenge: Challenge, personId: string, seats: Seat[]): boolean {
  if (challenge.state !== 'answered' || challenge.toPerson === personId) return false
  const speaksFor = seats.some((seat) => seat.bodyId === challenge.bodyId && seat.groupName === challenge.groupName)
  return challenge.raisedBy === personId || (challenge.groupName !== null && speaksFor)
}
