import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { findPlan } from '../../../shapes/plan/plan.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { countObstacles, listAdvised, listArmsLength } from '../arms-length.store.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import { giveCommitment } from '../event.store.ts'
import { checkLaunch, checkOfficer, NO_LAUNCH, NO_OFFICER } from '../officer.form.ts'
import { launchOfficerPledge, listOfficerPledges } from '../officer-pledge.store.ts'
import { type OfficersTyped, presentOfficers } from './officers.presenter.ts'

const NOTHING: OfficersTyped = { launch: NO_LAUNCH, officer: NO_OFFICER, errors: [], sent: null }

export async function showOfficers(visit: Visit): Promise<Answer> {
  return show(visit, NOTHING)
}

export async function submitLaunch(visit: Visit): Promise<Answer> {
  const [newest] = await visit.database.as(visit.actor, listOfficerPledges)
  const { typed, errors } = checkLaunch(visit.form, visit.today, newest === undefined)
  if (newest && newest.agreedOn !== null && errors.length === 0 && typed.agreedOn <= newest.agreedOn)
    errors.push({
      field: 'agreedOn',
      text: 'Enter a day after the last launch: the newest pledge is the one that holds.',
    })
  if (errors.length > 0) return show(visit, { ...NOTHING, launch: typed, errors, sent: 'launch' })
  await visit.database.as(visit.actor, async (query) => {
    await launchOfficerPledge(query, visit.actor, {
      title: typed.title,
      agreedOn: typed.agreedOn,
      replacesId: newest?.id ?? null,
      why: newest ? typed.why : null,
    })
    await recordTrace(query, visit.actor, {
      event: 'officer pledge launched',
      detail: { replaces: newest?.id ?? null },
    })
  })
  return { redirect: `${commitmentPaths.officers()}?done=launched` }
}

/** One chief officer's commitment, in the pledge that holds. */
export async function submitOfficerWord(visit: Visit): Promise<Answer> {
  const pledge = await visit.database.as(visit.actor, (query) => findPlan(query, 'commitments', 'chief officers'))
  if (pledge === null) return notFound
  const { typed, errors } = checkOfficer(visit.form)
  if (errors.length > 0) return show(visit, { ...NOTHING, officer: typed, errors, sent: 'officer' })
  await visit.database.as(visit.actor, async (query) => {
    await giveCommitment(query, visit.actor, {
      planId: pledge.id,
      directorate: null,
      title: typed.commitment,
      owners: [typed.officer],
      dueAsWritten: null,
      dueOn: null,
      wayToTell: typed.wayToTell || null,
      event: { title: pledge.title, heldOn: visit.today },
    })
    await recordTrace(query, visit.actor, { event: 'commitment given', detail: { pledge: pledge.id } })
  })
  return { redirect: `${commitmentPaths.officers()}?done=given` }
}

const DONE: Record<string, string> = {
  launched: 'Launched. What held before stays to be read.',
  given: 'Written down. To let them say how it stands, open it and name who answers for it.',
}

async function show(visit: Visit, typed: OfficersTyped): Promise<Answer> {
  const facts = await visit.database.as(visit.actor, async (query) => ({
    pledges: await listOfficerPledges(query),
    plan: await findPlan(query, 'commitments', 'chief officers'),
    obstacles: await countObstacles(query),
    mine: (await listArmsLength(query)).filter(({ endedOn }) => endedOn === null),
    mayBegin: (await listAdvised(query)).length > 0,
  }))
  return {
    template: 'features/commitments/pages/officers.njk',
    title: 'Chief Officer pledge',
    status: typed.sent === null ? 200 : 422,
    model: presentOfficers(facts, typed, { canKeep: visit.can('plan:write'), today: visit.today }),
    page: {
      back: { href: commitmentPaths.all(), text: 'Commitments' },
      ...(typed.errors.length > 0
        ? { errors: typed.errors.map(({ field, text }) => ({ text, href: `#${field}` })) }
        : {}),
      ...(typed.sent === null && visit.query.done
        ? { notice: { isSuccess: true, text: DONE[visit.query.done] ?? 'Done, and written down.' } }
        : {}),
    },
  }
}
