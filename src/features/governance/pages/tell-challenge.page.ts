import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { type Challenge, findChallenge } from '../challenge.store.ts'
import { findBoardTold, listChallengesTold, TOLD_KINDS, type ToldKind, tellEverybody } from '../challenge-told.store.ts'
import { paths } from '../governance.paths.ts'
import { listNameErrors } from '../names/find-names.ts'

/** Where an answer stands in the order of telling (rule 34): those who asked, the board, everybody. */
export type Telling =
  | { step: 'not accepted' }
  | { step: 'board first' }
  | { step: 'may be told' }
  | { step: 'told'; on: string }

export async function readTelling(query: Parameters<typeof findChallenge>[0], challenge: Challenge): Promise<Telling> {
  const accepted = challenge.answers.find(({ verdict }) => verdict === 'accepted')
  if (!accepted) return { step: 'not accepted' }
  const told = (await listChallengesTold(query)).find(({ challengeId }) => challengeId === challenge.id)
  if (told) return { step: 'told', on: told.on }
  return { step: (await findBoardTold(query, challenge.bodyId, accepted.verdictOn!)) ? 'may be told' : 'board first' }
}

export function sayTelling(telling: Telling): string {
  switch (telling.step) {
    case 'not accepted':
      return ''
    case 'board first':
      return 'Those who asked know it first: they accepted it. The board is told at its next meeting, and then everybody.'
    case 'may be told':
      return 'Those who asked accepted it and the board has met: everybody may be told.'
    case 'told':
      return `Told to everybody on ${sayDate(telling.on)}: “you said, we did, or no because”.`
  }
}

export async function showTell(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitTell(visit: Visit): Promise<Answer> {
  const text = (name: string) => (visit.form[name] ?? '').trim()
  const errors: FieldError[] = []
  const kind = TOLD_KINDS.find((one) => one === text('kind'))
  if (text('said').length < 5)
    errors.push({ field: 'said', text: 'Say what they said, so that anybody understands it.' })
  if (!kind) errors.push({ field: 'kind', text: 'Choose what came of it.' })
  if (text('answer').length < 5) errors.push({ field: 'answer', text: 'Say what was done, what will be, or why not.' })
  if (!kind || errors.length > 0) return show(visit, errors)
  const outcome = await visit.database.as(visit.actor, async (query) => {
    const challenge = await findChallenge(query, visit.params.id ?? '', visit.today)
    if (challenge === null || (await readTelling(query, challenge)).step !== 'may be told') return null
    const names = await listNameErrors(query, [
      { field: 'said', words: text('said') },
      { field: 'answer', words: text('answer') },
    ])
    if (names.length > 0) return names
    const told = {
      challengeId: challenge.id,
      youSaid: text('said').slice(0, 1000),
      kind: kind as ToldKind,
      answer: text('answer').slice(0, 2000),
    }
    await tellEverybody(query, visit.actor.authorityId, told)
    await recordTrace(query, visit.actor, { event: 'challenge told', detail: { challenge: challenge.id } })
    return []
  })
  if (outcome === null) return notFound
  return outcome.length > 0 ? show(visit, outcome) : { redirect: `${paths.challenge(visit.params.id!)}?done=told` }
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const challenge = await visit.database.as(visit.actor, async (query) => {
    const found = await findChallenge(query, visit.params.id ?? '', visit.today)
    return found && (await readTelling(query, found)).step === 'may be told' ? found : null
  })
  if (challenge === null) return notFound
  const accepted = challenge.answers.find(({ verdict }) => verdict === 'accepted')!
  const { form } = visit
  return {
    template: 'form.njk',
    title: 'Tell everybody',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: 'Tell everybody what came of it, on the public page.',
      lead: 'Those who asked accepted the answer, and the board has met since. Name nobody.',
      action: paths.tell(challenge.id),
      button: 'Tell everybody',
      cancelHref: paths.challenge(challenge.id),
      extras: [],
      fields: [
        makeField('said', { label: 'You said', value: form.said ?? challenge.words, rows: 4 }, errors),
        makeSelect(
          'kind',
          { label: 'What came of it', value: form.kind },
          [
            { value: '', text: 'Choose' },
            { value: 'we did', text: 'We did' },
            { value: 'we will', text: 'We will' },
            { value: 'no, because', text: 'No, because' },
          ],
          errors,
        ),
        makeField(
          'answer',
          { label: 'In words that anybody understands', value: form.answer ?? accepted.words, rows: 5 },
          errors,
        ),
      ],
    },
    page: {
      isNarrow: true,
      back: { href: paths.challenge(challenge.id), text: 'The challenge' },
      ...listErrors(errors),
    },
  }
}
