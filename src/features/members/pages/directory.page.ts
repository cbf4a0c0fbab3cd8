import { addMonths, type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { sayCount } from '../../promises/index.ts'
import { ACT_KINDS, countActs, listLearned, OFFER_KINDS, readTraining, type Training } from '../member.store.ts'
import { memberPaths } from '../members.paths.ts'
import { findParents, type Parent, readDirectory } from '../read-directory.ts'

const YEARS_BACK = 2

/** Who the parents are: where each sits, what they offer, what they let be told. Never sorted by how much somebody did. */
export async function showDirectory(visit: Visit): Promise<Answer> {
  const words = (visit.query.words ?? '').trim().slice(0, 120)
  const since = addMonths(visit.today, -12)
  const days = Array.from({ length: YEARS_BACK + 1 }, (_, back) => addMonths(visit.today, -12 * back))
  const { all, counts, training, learned } = await visit.database.as(visit.actor, async (query) => {
    const training: [IsoDate, Training][] = []
    for (const day of days) training.push([day, await readTraining(query, day)])
    return {
      all: await readDirectory(query, visit.today),
      counts: await countActs(query, since, visit.today),
      training,
      learned: visit.can('meetings:write') ? await listLearned(query) : null,
    }
  })
  const found = words === '' ? all : findParents(all, words)
  return {
    template: 'features/members/pages/directory.njk',
    title: 'Corporate parents',
    model: {
      sentence: saySentence(all, found, words),
      lead: 'Write to any of them through the clerk to the board. Young people who sit on a body are named to nobody.',
      action: memberPaths.directory(),
      words,
      own: memberPaths.own(),
      people: found.map(presentParent),
      counts: {
        caption: `What they wrote down that they did, since ${sayDate(since)}`,
        columns: [{ text: 'What' }, { text: 'Times', isNumeric: true }, { text: 'By how many', isNumeric: true }],
        rows: counts.map(({ kind, acts, people }) => [ACT_KINDS[kind], acts, people]),
      },
      training: presentTraining(training),
      toLearn: learned === null ? null : presentToLearn(all, learned, since),
    },
    page: { back: { href: '/meetings', text: 'All meetings' } },
  }
}

function saySentence(all: Parent[], found: Parent[], words: string): string {
  if (words !== '')
    return found.length === 0
      ? `Nobody here has “${words}” beside their name.`
      : `${found.length === 1 ? 'One person has' : `${sayCount(found.length)} people have`} “${words}” beside their name.`
  if (all.length === 0) return 'Nobody has a seat on a body yet.'
  const offering = all.filter(({ offers }) => offers.length > 0).length
  return `${sayCount(all.length)} people sit where our children’s lives are decided${offering === 0 ? '.' : `, and ${sayCount(offering).toLowerCase()} of them ${offering === 1 ? 'offers' : 'offer'} something of their own.`}`
}

function presentParent({ name, party, organisation, seats, offers, told }: Parent) {
  return {
    text: name,
    note: [party, organisation].filter(Boolean).join(' · '),
    seats: seats.map(({ body, bodyId, part }) => ({ text: `${body}, ${part}`, href: `/meetings/bodies/${bodyId}` })),
    offers: offers.map(({ kind, words }) => `${OFFER_KINDS[kind]}: ${words}`),
    told: told.map(({ kind, doneOn, words, answered }) => ({
      text: `${ACT_KINDS[kind]}, ${sayDate(doneOn)}. ${words}`,
      answered: answered ?? '',
    })),
  }
}

/** Two shares, today and a year and two years ago, in words and as a table. */
function presentTraining(training: [IsoDate, Training][]) {
  const [, now] = training[0]!
  if (now.members === 0) return null
  const of = (count: number, all: number) =>
    all === 0 ? '–' : `${Math.round((100 * count) / all)}% (${count} of ${all})`
  return {
    sentence: `${now.members === 1 ? 'Of one member' : `Of ${now.members} members`}, ${now.inducted} had their induction, and ${now.trained} learned something for it in the last twelve months.`,
    caption: 'Induction and training of members',
    columns: [
      { text: 'On' },
      { text: 'Had their induction', isNumeric: true },
      { text: 'Learned in the year before', isNumeric: true },
    ],
    rows: training.map(([day, { members, inducted, trained }]) => [
      sayDate(day),
      of(inducted, members),
      of(trained, members),
    ]),
  }
}

/** For the clerk alone: who still needs an induction or is due to learn. By name, in the order of the alphabet. */
function presentToLearn(all: Parent[], learned: { personId: string; kind: string; doneOn: IsoDate }[], since: IsoDate) {
  const members = all.filter(({ isMember }) => isMember)
  const rows = members.flatMap(({ personId, name }) => {
    const own = learned.filter((one) => one.personId === personId)
    const last = own
      .map(({ doneOn }) => doneOn)
      .sort()
      .at(-1)
    const needs = [
      own.some(({ kind }) => kind === 'induction') ? '' : 'induction',
      last !== undefined && last > since ? '' : 'something in the last twelve months',
    ].filter(Boolean)
    return needs.length === 0 ? [] : [{ text: name, note: `Needs: ${needs.join('; ')}` }]
  })
  return { rows, href: memberPaths.training() }
}
