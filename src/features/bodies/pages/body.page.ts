import { findGuestStanding } from '../../../domain/governance/guest-rule.ts'
import { findRhythmStanding, type RhythmStanding } from '../../../domain/governance/missed-rhythm.ts'
import { nextThemes } from '../../../domain/governance/rota.ts'
import { allMeasures } from '../../../domain/measures/all-measures.ts'
import { addMonths } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { addExpected, addMeeting, listMeetings } from '../../governance/index.ts'
import { listAttendanceCounts } from '../attendance.store.ts'
import { paths } from '../bodies.paths.ts'
import { findBody, listBodies } from '../body.store.ts'
import { addGuestRule, endGuestRule, listGuestRules, listTerms } from '../body-rule.store.ts'
import { checkNames } from '../check-names.ts'
import { readFirstMeeting } from '../first-meeting.form.ts'
import { readBodyWork } from '../read-body-work.ts'
import { readAlmanac } from '../read-plan.ts'
import { listSeats } from '../seat.store.ts'
import { readExpectedOn, suggestDays } from '../suggest-next.ts'
import { type BodyFacts, presentBody } from './body.presenter.ts'

const DONE: Record<string, string> = {
  begun: 'It is begun, and you are its clerk. Say who else sits there, how often it meets, and plan its first meeting.',
  changed: 'It is saved.',
  rhythm: 'Its rhythm is a rule now: the next days are offered, and one that is missed is shown.',
  terms: 'The terms of reference are kept. The version before stays readable.',
  guest: 'It is a rule now, and shown where it is not met.',
  ended: 'The rule has ended.',
  watched: 'It watches that figure now.',
  unwatched: 'It no longer watches that figure.',
}

export async function showBody(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitFirstMeeting(visit: Visit): Promise<Answer> {
  const body = await visit.database.as(visit.actor, (query) => findBody(query, visit.params.id))
  if (body === null) return notFound
  const { meeting, errors } = readFirstMeeting(visit)
  errors.push(...(await checkNames(visit, ['theme', 'place'])))
  if (errors.length > 0) return show(visit, errors)
  const made = await visit.database.as(visit.actor, async (query) => {
    const expected = await readExpectedOn(query, body.id, meeting.day)
    const id = await addMeeting(query, visit.actor.authorityId, { bodyId: body.id, ...meeting })
    if (id === null) return null
    await addExpected(query, visit.actor.authorityId, { meetingId: id, bodyId: body.id }, expected)
    await recordTrace(query, visit.actor, { event: 'meeting planned', detail: { meeting: id } })
    return id
  })
  if (made === null) return show(visit, [{ field: 'day', text: 'It meets on that day already. Choose another.' }])
  return { redirect: paths.meeting(made) }
}

/** Adds a rule about who is to come, or ends one. */
export async function submitGuest(visit: Visit): Promise<Answer> {
  const body = await visit.database.as(visit.actor, (query) => findBody(query, visit.params.id))
  if (body === null) return notFound
  const who = (visit.form.who ?? '').trim()
  if (visit.form.end === undefined && (who.length < 3 || who.length > 80))
    return show(visit, [{ field: 'who', text: 'Enter who is to come, as their title: “Chief executive”.' }])
  const names = await checkNames(visit, ['who'])
  if (names.length > 0) return show(visit, names)
  const done = await visit.database.as(visit.actor, async (query) => {
    const { end } = visit.form
    if (end !== undefined && !(await endGuestRule(query, body.id, end))) return null
    if (end === undefined)
      await addGuestRule(query, visit.actor.authorityId, body.id, { who, atLeast: 1, withinMonths: 12 })
    await recordTrace(query, visit.actor, { event: 'guest rule changed', detail: { body: body.id } })
    return end === undefined ? 'guest' : 'ended'
  })
  return done === null ? notFound : { redirect: `${paths.body(body.id)}?done=${done}` }
}

/** The page with faults of one of its forms. */
export async function showWith(visit: Visit, errors: FieldError[]): Promise<Answer> {
  return show(visit, errors)
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const facts = await readFacts(visit)
  if (facts === null) return notFound
  const work = await readBodyWork(visit, facts.body)
  const { form } = visit
  const done = DONE[visit.query.done ?? '']
  const narrow = 'govuk-input--width-10'
  return {
    template: 'features/bodies/pages/body.njk',
    title: facts.body.name,
    status: errors.length > 0 ? 422 : 200,
    model: {
      ...presentBody(facts),
      work,
      clerk: facts.canWrite
        ? {
            guestAction: paths.guests(facts.body.id),
            who: makeField(
              'who',
              { label: 'Somebody else who is to come at least once a year', value: form.who },
              errors,
            ),
            watchAction: paths.watched(facts.body.id),
            watch: makeSelect(
              'measure',
              { label: 'Another figure to watch', value: form.measure },
              [
                { value: '', text: 'Choose' },
                ...allMeasures
                  .filter(({ id }) => !work.watched.includes(id))
                  .map(({ id, plainTitle }) => ({ value: id, text: plainTitle })),
              ],
              errors,
            ),
            copyHref: facts.meetings[0] ? paths.copy(facts.meetings[0].id) : '',
            meetingAction: paths.bodyMeetings(facts.body.id),
            fields: [
              makeField(
                'day',
                { label: 'Day', hint: 'Year-month-day', value: form.day ?? facts.offered[0] ?? '', classes: narrow },
                errors,
              ),
              makeField('time', { label: 'Time', value: form.time, classes: narrow }, errors),
              makeField('place', { label: 'Place', value: form.place }, errors),
              makeField(
                'theme',
                { label: 'Theme', hint: 'One for each meeting', value: form.theme ?? facts.nextTheme },
                errors,
              ),
            ],
          }
        : null,
    },
    page: {
      back: { href: paths.structure(), text: 'All bodies' },
      ...listErrors(errors),
      ...(done ? { notice: { text: done, isSuccess: true } } : {}),
    },
  }
}

async function readFacts(visit: Visit): Promise<BodyFacts | null> {
  const { today } = visit
  return visit.database.as(visit.actor, async (query) => {
    const body = await findBody(query, visit.params.id)
    if (body === null) return null
    const bodies = await listBodies(query)
    const own = (await listMeetings(query)).filter(({ bodyId }) => bodyId === body.id)
    const days = own.map(({ day }) => day)
    const standing: RhythmStanding | null =
      body.rhythm === null
        ? null
        : findRhythmStanding(body.rhythm, days, body.rhythmSince!, today, await readAlmanac(query))
    const yearAgo = addMonths(today, -12)
    return {
      body,
      parent: bodies.find(({ id }) => id === body.parentId) ?? null,
      under: bodies.filter(({ parentId }) => parentId === body.id),
      seats: await listSeats(query, body.id),
      terms: (await listTerms(query, body.id))[0] ?? null,
      meetings: own,
      standing,
      offered: await suggestDays(query, body, own.toReversed(), today),
      guests: (await listGuestRules(query, body.id)).map((rule) => ({
        ...rule,
        standing: findGuestStanding(rule, rule.came, today),
      })),
      came: (await listAttendanceCounts(query)).filter(({ bodyId, day }) => bodyId === body.id && day > yearAgo),
      nextTheme: nextThemes(body.themes, own.map(({ theme }) => theme).toReversed(), 1)[0],
      canWrite: visit.can('meetings:write'),
      today,
    }
  })
}
