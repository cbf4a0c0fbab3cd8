import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Query } from '../../database/database.ts'
import { makeExampleshire } from '../../demo-data/council.ts'
import { completedYears } from '../../demo-data/day-number.ts'
import type { DemoCouncil, DemoOptions } from '../../demo-data/demo-council.ts'
import { collectionYear, collectionYearOf } from '../../domain/shared/calendar-date.ts'
import { type Council, makeCouncil, systemActor } from '../../shapes/person/council.store.ts'
import { placeBoard } from './place-board.ts'
import { placeBodies } from './place-bodies.ts'
import { placeCommitments } from './place-commitments.ts'
import { placeComparators } from './place-comparators.ts'
import { placeFigurePacks } from './place-figure-packs.ts'
import { placeGivenFigures } from './place-given-figures.ts'
import { placeGroups } from './place-groups.ts'
import { placeImpact } from './place-impact.ts'
import { placeMeasureStory } from './place-measure-story.ts'
import { placeMembers } from './place-members.ts'
import { placeMinutes, placeRequests } from './place-minutes.ts'
import { placeOffers } from './place-offers.ts'
import { placeOfficers } from './place-officers.ts'
import { placeOwnPages } from './place-own-pages.ts'
import { placePlan } from './place-plan.ts'
import { placePlanParts } from './place-plan-parts.ts'
import { placeReports } from './place-reports.ts'
import { placeSafeDoor } from './place-safe-door.ts'
import { placeSavedFilters } from './place-saved-filters.ts'
import { placeHeritage, placePledgeVersions, placePrincipleLabels, placeStrategy } from './place-strategy.ts'
import { placeVoices } from './place-voices.ts'

/** Makes Exampleshire: a made-up council with its own area, people, records and promises. The same seed, the same council. */
export async function loadDemonstration(
  database: Database,
  options: DemoOptions,
  say: (line: string) => void,
): Promise<Council> {
  say('Making Exampleshire, a made-up council')
  const demo = makeExampleshire(options)
  const council = await makeCouncil(database, { nature: 'made-up', ...demo.authority })
  const ids = new Map([
    ...demo.staff.map((person) => [person.key, randomUUID()] as const),
    ...demo.children.map((child) => [child.code, randomUUID()] as const),
  ])
  const idOf = (key: string) => ids.get(key)!
  await database.asOwner(async (query) => {
    await placePeople(query, council, demo, idOf, options.today)
    await placePlan(query, council, demo, idOf)
    await placePlanParts(query, council, demo, idOf, options.today)
    await placeHeritage(query, council, demo, idOf, options.today)
    await placeCommitments(query, council, demo, idOf, options.today)
    await placeOfficers(query, council, demo, idOf, options.today)
    await placeOwnPages(query, council, demo, idOf, options.today)
    await placeOffers(query, council, demo, idOf, options.today)
    await placeBoard(query, council, demo, idOf, options.today)
    await placeBodies(query, council, demo, idOf, options.today)
    await placeMembers(query, council, demo, idOf, options.today)
    await placeStrategy(query, council, demo, idOf, options.today)
    await placePrincipleLabels(query, council, demo, idOf)
    await placeGroups(query, council, demo, idOf, options.today)
    await placeMinutes(query, council, demo, idOf, options.today)
    await placeVoices(query, council, demo, idOf, options.today)
    await placePledgeVersions(query, council, demo, idOf, options.today)
    await placeImpact(query, council, demo, idOf, options.today)
    await placeSafeDoor(query, council, demo, idOf, options.today)
    await placeComparators(query, council, demo, idOf, options.today)
    await placeGivenFigures(query, council, demo, idOf, options)
    await placeSavedFilters(query, council, demo, idOf)
  })
  say(`${demo.children.length} children and young people, ${demo.staff.length} colleagues`)
  await placeRecord(database, council, demo, idOf, options)
  await database.refreshStatistics()
  await placeMeasureStory(database, council, demo, idOf, options.today)
  await placeFigurePacks(database, council, demo, idOf, options.today)
  await placeReports(database, council, demo, idOf, options.today)
  await placeRequests(database, council, demo, idOf, options.today)
  say('Exampleshire is ready')
  return council
}

async function placePeople(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: string,
): Promise<void> {
  const teamIds = new Map(demo.teams.map((team) => [team.key, randomUUID()]))
  const staff = demo.staff.map((person) => ({
    id: idOf(person.key),
    kind: 'staff',
    given: person.givenName,
    family: person.familyName,
    title: person.title,
    email: person.email,
    restricted: false,
  }))
  const children = demo.children.map((child) => ({
    id: idOf(child.code),
    kind: 'child',
    given: child.givenName,
    family: child.familyName,
    title: null,
    email: null,
    restricted: child.restricted,
  }))
  await insert(
    query,
    [...staff, ...children],
    (rows) => sql`insert into person (authority_id, id, kind, given_name, family_name, title, email, is_restricted)
    select ${authorityId}, r.* from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, kind text, given text, family text, title text, email text, restricted boolean)`,
  )
  const identifiers = [
    ...demo.children.map((child) => ({ person: idOf(child.code), scheme: 'return', value: child.code })),
    ...demo.staff
      .filter((person) => person.workerNumber !== null)
      .map((person) => ({ person: idOf(person.key), scheme: 'social work registration', value: person.workerNumber })),
  ]
  await insert(
    query,
    identifiers,
    (rows) => sql`insert into identifier (authority_id, person_id, scheme, value)
    select ${authorityId}, r.* from jsonb_to_recordset(${rows}::jsonb) as r(person uuid, scheme text, value text)`,
  )
  const start = `${Number(today.slice(0, 4)) - 6}-01-01`
  const picked = demo.picker.filter((entry) => entry.childCode !== null)
  const roles = [
    ...demo.staff.map((person) => ({ person: idOf(person.key), role: person.role })),
    ...picked.map((entry) => ({ person: idOf(entry.childCode!), role: entry.role })),
  ]
  await insert(
    query,
    roles,
    (rows) => sql`insert into role_held (authority_id, person_id, role, starts_on)
    select ${authorityId}, r.person, r.role, ${start} from jsonb_to_recordset(${rows}::jsonb) as r(person uuid, role text)`,
  )
  const teams = demo.teams.map((team) => ({
    id: teamIds.get(team.key),
    name: team.name,
    parent: team.parentKey === null ? null : teamIds.get(team.parentKey),
  }))
  await insert(
    query,
    teams,
    (rows) => sql`insert into team (authority_id, id, name, parent_id)
    select ${authorityId}, r.* from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, name text, parent uuid)`,
  )
  const members = [
    ...demo.staff
      .filter((person) => person.teamKey !== null)
      .map((person) => ({
        team: teamIds.get(person.teamKey!),
        person: idOf(person.key),
        manages: demo.teams.some((team) => team.key === person.teamKey && team.managerKey === person.key),
      })),
    ...demo.teams
      .filter((team) => demo.staff.find((person) => person.key === team.managerKey)?.teamKey !== team.key)
      .map((team) => ({ team: teamIds.get(team.key), person: idOf(team.managerKey), manages: true })),
  ]
  await insert(
    query,
    members,
    (rows) => sql`insert into team_member (authority_id, team_id, person_id, manages, starts_on)
    select ${authorityId}, r.team, r.person, r.manages, ${start} from jsonb_to_recordset(${rows}::jsonb) as r(team uuid, person uuid, manages boolean)`,
  )
  const relationships = demo.relationships.map((tie) => ({
    person: idOf(tie.personKey ?? tie.relatedChildCode!),
    child: idOf(tie.childCode),
    role: tie.role,
    reason: tie.role === 'barred' ? 'family of the child' : null,
    from: tie.startsOn,
    to: tie.endsOn,
  }))
  await insert(
    query,
    relationships,
    (rows) => sql`insert into relationship (authority_id, person_id, child_id, role, reason, starts_on, ends_on)
    select ${authorityId}, r.person, r.child, r.role, r.reason, r."from", r."to" from jsonb_to_recordset(${rows}::jsonb) as r(person uuid, child uuid, role text, reason text, "from" date, "to" date)`,
  )
  const picker = demo.picker.map((entry, position) => ({
    position,
    person: idOf(entry.staffKey ?? entry.childCode!),
    label: entry.label,
    sentence: entry.sentence,
  }))
  await insert(
    query,
    picker,
    (rows) => sql`insert into picker_entry (authority_id, position, person_id, label, sentence)
    select ${authorityId}, r.* from jsonb_to_recordset(${rows}::jsonb) as r(position int, person uuid, label text, sentence text)`,
  )
  await insert(
    query,
    demo.population,
    (rows) => sql`insert into population_estimate (authority_id, year, children, source)
    select ${authorityId}, r.year, r.children, 'made up with Exampleshire' from jsonb_to_recordset(${rows}::jsonb) as r(year int, children int)`,
  )
}

/** The record and the directory go in as Kept itself, through the same door as everything else. */
async function placeRecord(
  database: Database,
  council: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  { today, years }: DemoOptions,
): Promise<void> {
  const actor = { ...systemActor(council), today }
  const firstYear = completedYears(today, years)[0] ?? collectionYearOf(today)
  await database.as(actor, async (query) => {
    await sql`select take_districts(${demo.districts.map((row) => [row.code, row.name, row.upperTier].join('\t')).join('\n')})`.execute(
      query,
    )
    await sql`select take_postcodes(${demo.postcodes.map((row) => [row.postcode, row.district, row.easting, row.northing].join('\t')).join('\n')})`.execute(
      query,
    )
    const facts = demo.children.flatMap((child) =>
      child.facts.map((fact) => ({
        child: idOf(child.code),
        kind: fact.kind,
        from: fact.startsOn,
        to: fact.endsOn,
        data: fact.data,
        stated: stateDay(fact.startsOn, today, firstYear),
      })),
    )
    await insert(
      query,
      facts,
      (
        rows,
      ) => sql`insert into event (authority_id, child_id, kind, starts_on, ends_on, data, source, stated_on, recorded_by)
      select ${council.authorityId}, r.child, r.kind, r."from", r."to", r.data, '{"form":"made up"}', r.stated, ${council.systemId}
      from jsonb_to_recordset(${rows}::jsonb) as r(child uuid, kind text, "from" date, "to" date, data jsonb, stated date)`,
    )
  })
}

/**
 * As a return would have stated it: at the end of the collection year in which it began, or today. The first return tells
 * of all that went on in its year, however long before it began.
 */
function stateDay(startsOn: string, today: string, firstYear: number): string {
  const end = collectionYear(Math.max(collectionYearOf(startsOn), firstYear)).to
  return end < today ? end : today
}

/** More in one text than this would be longer than a text can be, for a council as large as a country. */
const AT_ONCE = 50_000

async function insert(
  query: Query,
  rows: unknown[],
  statement: (rows: string) => ReturnType<typeof sql>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await statement(JSON.stringify(rows.slice(from, from + AT_ONCE))).execute(query)
}
