import { keepUnlessNamed } from '../../../database/name-refused.ts'
import { sayMeetingDay } from '../../../domain/governance/say-meeting-day.ts'
import { addMonths, isIsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { isId } from '../../../domain/shared/is-id.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { sayCount } from '../../promises/index.ts'
import {
  ACT_KINDS,
  type ActKind,
  addActs,
  addOffer,
  endOffer,
  keepRead,
  listMyActs,
  listOffers,
  listRead,
  OFFER_KINDS,
  type OfferKind,
  withdrawAct,
} from '../member.store.ts'
import { memberPaths as paths } from '../members.paths.ts'
import { readReading } from '../read-reading.ts'

export async function showOwn(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

/** What I did: written down by myself, told to others only where I say so. */
export async function submitAct(visit: Visit): Promise<Answer> {
  const text = (name: string) => (visit.form[name] ?? '').trim()
  const [kind, doneOn, words, answered] = [text('kind'), text('on'), text('words'), text('answered')]
  const errors: FieldError[] = []
  if (!Object.hasOwn(ACT_KINDS, kind)) errors.push({ field: 'kind', text: 'Choose what you did.' })
  if (!isIsoDate(doneOn) || doneOn > visit.today)
    errors.push({
      field: 'on',
      text: `Enter the day you did it, not after today, as year-month-day: ${visit.today}.`,
    })
  if (words === '' || words.length > 600)
    errors.push({ field: 'words', text: 'Say in a line where it was and what you did, in up to 600 letters.' })
  if (answered.length > 600) errors.push({ field: 'answered', text: 'Say what came of it in up to 600 letters.' })
  if (errors.length > 0) return show(visit, errors)
  const named = await keepUnlessNamed('words', () =>
    visit.database.as(visit.actor, async (query) => {
      await addActs(query, visit.actor.authorityId, [visit.actor.personId], {
        kind: kind as ActKind,
        doneOn,
        words,
        answered: answered || null,
        isTold: visit.form.told === 'yes',
      })
      await recordTrace(query, visit.actor, { event: 'act written down', detail: { kind } })
    }),
  )
  if (named.length > 0) return show(visit, named)
  return { redirect: `${paths.own()}?done=act` }
}

export async function submitWithdraw(visit: Visit): Promise<Answer> {
  return end(visit, 'act taken back', withdrawAct)
}

export async function submitOffer(visit: Visit): Promise<Answer> {
  const kind = visit.form['offer-kind'] ?? ''
  const words = (visit.form.offer ?? '').trim()
  const errors: FieldError[] = []
  if (!Object.hasOwn(OFFER_KINDS, kind)) errors.push({ field: 'offer-kind', text: 'Choose what kind of offer it is.' })
  if (words === '' || words.length > 300)
    errors.push({ field: 'offer', text: 'Say in up to 300 letters what you offer, and when you could.' })
  if (errors.length > 0) return show(visit, errors)
  const named = await keepUnlessNamed('offer', () =>
    visit.database.as(visit.actor, async (query) => {
      await addOffer(query, visit.actor.authorityId, { kind: kind as OfferKind, words })
      await recordTrace(query, visit.actor, { event: 'offer made', detail: { kind } })
    }),
  )
  if (named.length > 0) return show(visit, named)
  return { redirect: `${paths.own()}?done=offer` }
}

export async function submitEndOffer(visit: Visit): Promise<Answer> {
  return end(visit, 'offer ended', endOffer)
}

/** Of the papers that were shown, which I have read. Nobody else is told, and no trace says which. */
export async function submitRead(visit: Visit): Promise<Answer> {
  await visit.database.as(visit.actor, async (query) => {
    const shown = (await readReading(query, visit.today)).flatMap(({ papers }) => papers.map(({ id }) => id))
    const ticked = shown.filter((id) => visit.form[`read-${id}`] === 'yes')
    await keepRead(query, visit.actor.authorityId, shown, ticked)
  })
  return { redirect: `${paths.own()}?done=read#reading` }
}

async function end(visit: Visit, event: string, change: typeof endOffer): Promise<Answer> {
  const { id } = visit.params
  if (!isId(id)) return notFound
  const isDone = await visit.database.as(visit.actor, async (query) => {
    const changed = await change(query, id)
    if (changed) await recordTrace(query, visit.actor, { event, detail: {} })
    return changed
  })
  return isDone ? { redirect: paths.own() } : notFound
}

const DONE: Record<string, string> = {
  act: 'Written down.',
  offer: 'Your offer stands in the directory.',
  read: 'Kept for you alone.',
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const { acts, offers, read, reading } = await visit.database.as(visit.actor, async (query) => ({
    acts: await listMyActs(query),
    offers: (await listOffers(query)).filter(({ personId }) => personId === visit.actor.personId),
    read: await listRead(query),
    reading: await readReading(query, visit.today),
  }))
  const thisYear = acts.filter(({ doneOn }) => doneOn > addMonths(visit.today, -12)).length
  const { form } = visit
  const choose = { value: '', text: 'Choose' }
  const done = DONE[visit.query.done ?? '']
  return {
    template: 'features/members/pages/own.njk',
    title: 'What you did, read and offer',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence:
        thisYear === 0
          ? 'What have you done as a parent to our children this year?'
          : `${sayCount(thisYear)} ${thisYear === 1 ? 'thing' : 'things'} you did as a parent to our children in the last twelve months.`,
      directory: paths.directory(),
      acts: acts.map(({ id, kind, doneOn, words, answered, isTold, isByOther }) => ({
        title: ACT_KINDS[kind],
        when: sayDate(doneOn),
        words,
        answered: answered ?? '',
        note: isByOther ? 'written down by the clerk' : isTold ? 'told in the directory' : 'seen by you alone',
        withdraw: paths.withdraw(id),
      })),
      actAction: paths.acts(),
      actFields: {
        kind: makeSelect(
          'kind',
          { label: 'What did you do?', value: form.kind },
          [choose, ...Object.entries(ACT_KINDS).map(([value, text]) => ({ value, text }))],
          errors,
        ),
        on: makeField(
          'on',
          { label: 'When?', hint: 'Year-month-day', value: form.on ?? visit.today, classes: 'govuk-input--width-10' },
          errors,
        ),
        words: makeField(
          'words',
          {
            label: 'Where, and what was it like?',
            hint: 'No young person’s name, and nothing that points to one. What you tell can be released on request',
            value: form.words,
            rows: 3,
          },
          errors,
        ),
        answered: makeField(
          'answered',
          {
            label: 'What came of it (if anything)',
            hint: 'Where you asked the question: what was answered',
            value: form.answered,
            rows: 2,
          },
          errors,
        ),
        told: form.told === 'yes',
      },
      offers: offers.map(({ id, kind, words }) => ({
        text: `${OFFER_KINDS[kind]}: ${words}`,
        end: paths.endOffer(id),
      })),
      offerAction: paths.offers(),
      offerFields: [
        makeSelect(
          'offer-kind',
          { label: 'What kind of offer?', value: form['offer-kind'] },
          [choose, ...Object.entries(OFFER_KINDS).map(([value, text]) => ({ value, text }))],
          errors,
        ),
        makeField(
          'offer',
          {
            label: 'What do you offer?',
            hint: '“I run a garage: a week of work experience in any school holiday.” Meeting a young person is never arranged from here',
            value: form.offer,
          },
          errors,
        ),
      ],
      readAction: paths.read(),
      reading: reading.map(({ meeting, papers }) => ({
        title: `${meeting.body}, ${sayMeetingDay(meeting.day, visit.today)}`,
        papers: papers.map(({ id, title, minutes, href }) => ({
          id: `read-${id}`,
          title,
          href,
          note: `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
          isRead: read.has(id),
        })),
      })),
    },
    page: {
      back: { href: '/', text: 'Home' },
      ...(done ? { notice: { isSuccess: true, text: done } } : {}),
      ...listErrors(errors),
    },
  }
}
