import { isRole } from '../../../domain/access/roles.ts'
import { isIsoDate } from '../../../domain/shared/calendar-date.ts'
import { isId } from '../../../domain/shared/is-id.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import {
  addRegistration,
  barFrom,
  endRole,
  findColleague,
  findHolderOf,
  giveRole,
  listBarsOf,
  listDirectorates,
  listRolesOf,
  nameDirectorate,
} from '../../../shapes/person/staff.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../people.paths.ts'
import { GIVEN_HERE, presentPerson } from './person.presenter.ts'

type Errors = { field: string; text: string }[]

export async function showPerson(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitRole(visit: Visit): Promise<Answer> {
  const role = visit.form.role ?? ''
  const from = (visit.form.from ?? '').trim() || visit.today
  const errors: Errors = []
  if (!isRole(role) || !GIVEN_HERE.includes(role)) errors.push({ field: 'role', text: 'Choose a role to give.' })
  if (!isIsoDate(from))
    errors.push({ field: 'from', text: `Enter a day that exists, as year-month-day: ${visit.today}.` })
  else if (from < visit.today) errors.push({ field: 'from', text: 'Choose today or a later day.' })
  if (errors.length > 0) return show(visit, errors)
  return change(
    visit,
    'role given',
    { role, from },
    'role',
    (query, id) => giveRole(query, visit.actor, id, role, from),
    [{ field: 'role', text: 'They hold this role already, or will from a day that is set. Choose another.' }],
  )
}

export async function submitEndRole(visit: Visit): Promise<Answer> {
  const roleId = visit.params.roleId ?? ''
  if (!isId(roleId)) return notFound
  return change(visit, 'role ended', { roleId }, 'ended', (query, id) => endRole(query, id, roleId))
}

export async function submitRegistration(visit: Visit): Promise<Answer> {
  const number = (visit.form.number ?? '').trim().toUpperCase()
  if (!/^(SW|XX)[A-Z0-9]{1,10}$/.test(number))
    return show(visit, [
      { field: 'number', text: 'Enter the registration number with its letters, for example SW12345.' },
    ])
  const holder = await visit.database.as(visit.actor, (query) => findHolderOf(query, number))
  if (holder !== null) {
    const whose = holder.id === visit.params.id ? 'They have' : `${holder.name} has`
    return show(visit, [{ field: 'number', text: `${whose} this number already. Check it.` }])
  }
  return change(visit, 'registration entered', { number }, 'registration', (query, id) =>
    addRegistration(query, visit.actor, id, number).then(() => true),
  )
}

/** Where they work: it counts in the share of their directorate that has read the pledge, and gives no right. */
export async function submitDirectorate(visit: Visit): Promise<Answer> {
  const directorate = (visit.form.directorate ?? '').trim()
  if (directorate.length > 100)
    return show(visit, [{ field: 'directorate', text: 'Name the directorate in 100 letters at most.' }])
  return change(visit, 'directorate named', { directorate }, 'directorate', (query, id) =>
    nameDirectorate(query, id, directorate),
  )
}

export async function submitBar(visit: Visit): Promise<Answer> {
  const returnNumber = (visit.form.child ?? '').trim()
  const why = (visit.form.why ?? '').trim()
  const errors: Errors = []
  if (returnNumber === '') errors.push({ field: 'child', text: 'Enter the child’s return number, all of it.' })
  if (why.length < 10)
    errors.push({ field: 'why', text: 'Say why, in at least ten letters: a court order, family, a declared conflict.' })
  if (errors.length > 0) return show(visit, errors)
  return change(visit, 'barred from a child', { why }, 'barred', (query, id) => barFrom(query, id, returnNumber, why), [
    { field: 'child', text: 'No child has this return number. Check it.' },
  ])
}

type Work = (query: Parameters<Parameters<Visit['database']['as']>[1]>[0], personId: string) => Promise<boolean>

/** One change to a colleague with its trace. Nobody changes themselves: the database refuses it, and the page shows no form. */
async function change(
  visit: Visit,
  event: string,
  detail: Record<string, unknown>,
  done: string,
  work: Work,
  otherwise: Errors = [],
): Promise<Answer> {
  const id = visit.params.id ?? ''
  if (id === visit.actor.personId)
    return show(visit, [{ field: 'role', text: 'Nobody changes their own roles. Ask another administrator.' }])
  const outcome = await visit.database.as(visit.actor, async (query) => {
    if ((await findColleague(query, id)) === null) return null
    const isDone = await work(query, id)
    if (isDone) await recordTrace(query, visit.actor, { event, detail: { person: id, ...detail } })
    return isDone
  })
  if (outcome === null) return notFound
  if (outcome) return { redirect: `${paths.person(id)}?done=${done}` }
  return otherwise.length > 0 ? show(visit, otherwise) : notFound
}

async function show(visit: Visit, errors: Errors): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const person = await findColleague(query, visit.params.id ?? '')
    if (person === null) return null
    return {
      person,
      held: await listRolesOf(query, person.id),
      bars: await listBarsOf(query, person.id),
      directorates: await listDirectorates(query),
    }
  })
  if (found === null) return notFound
  const done = visit.query.done ? 'Done, and written down.' : ''
  return {
    template: 'features/people/pages/person.njk',
    title: 'A colleague',
    status: errors.length > 0 ? 422 : 200,
    model: presentPerson({
      ...found,
      form: visit.form,
      errors,
      canChange: visit.can('people:write') && found.person.id !== visit.actor.personId,
      isSelf: found.person.id === visit.actor.personId,
      today: visit.today,
    }),
    page: {
      back: { href: paths.list(), text: 'People and roles' },
      ...(done ? { notice: { text: done, isSuccess: true } } : {}),
      ...(errors.length > 0 ? { errors: errors.map((error) => ({ text: error.text, href: `#${error.field}` })) } : {}),
    },
  }
}
