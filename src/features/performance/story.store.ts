import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { Target } from '../../domain/measure-story/target.ts'
import { dayOf, type Validated } from '../../domain/measure-story/validated.ts'
import type { Word } from '../../domain/measure-story/word.ts'
import type { MeasureResult, MeasureWords } from '../../domain/measures/measure.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

export interface Owner {
  measureId: string
  ownerId: string
  name: string
}

/** A direction that the council chose, for its staff alone. */
export interface ChosenDirection {
  measureId: string
  direction: MeasureWords['direction']
  why: string
  setBy: string
  setOn: IsoDate
}

/** What is said of figures, as far as the reader may read it. */
export interface Story {
  owners: Owner[]
  targets: Target[]
  directions: ChosenDirection[]
  words: Word[]
}

/** Board members see no colleague, but who speaks to them at a meeting. */
const NAME = sql`coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), m.name, 'a colleague')`

function named(column: 'owner_id' | 'set_by' | 'said_by' | 'validated_by') {
  const id = sql.ref(`t.${column}`)
  return sql`left join person p on p.authority_id = t.authority_id and p.id = ${id} left join meeting_people() m on m.person_id = ${id}`
}

/** `measureId` null: of every measure. Each list in the order written. */
export async function readStory(query: Query, measureId: string | null = null): Promise<Story> {
  const which = sql`t.authority_id = (select authority()) and (${measureId}::text is null or t.measure_id = ${measureId})`
  const owners = await sql<Owner>`select t.measure_id as "measureId", t.owner_id as "ownerId", ${NAME} as name
    from measure_owner t ${named('owner_id')} where ${which} order by t.measure_id`.execute(query)
  const targets = await sql<Target>`select t.measure_id as "measureId", t.from_on as "fromOn", t.to_on as "toOn", t.way,
      t.value::float8 as value, t.points_at as "pointsAt", null as pointed, t.near::float8 as near, t.why, ${NAME} as "setBy", t.set_on as "setOn"
    from measure_target t ${named('set_by')} where ${which} order by t.set_at, t.id`.execute(query)
  const directions =
    await sql<ChosenDirection>`select distinct on (t.measure_id) t.measure_id as "measureId", t.direction, t.why,
      ${NAME} as "setBy", t.set_on as "setOn"
    from measure_direction t ${named('set_by')} where ${which} order by t.measure_id, t.set_at desc`.execute(query)
  const words = await sql<Word>`select t.measure_id as "measureId", t.as_at as "asAt", t.why, t.next_step as "nextStep",
      ${NAME} as "saidBy", t.said_on as "saidOn"
    from measure_word t ${named('said_by')} where ${which} order by t.as_at, t.said_at, t.id`.execute(query)
  return { owners: owners.rows, targets: targets.rows, directions: directions.rows, words: words.rows }
}

/** The measures somebody owns. */
export async function listOwned(query: Query, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select measure_id as id from measure_owner
    where authority_id = (select authority()) and owner_id = ${personId} order by measure_id`.execute(query)
  return rows.map(({ id }) => id)
}

/** Those who may answer for a figure: who answers for services, and whoever asks. */
export async function listAnswerable(query: Query): Promise<{ id: string; name: string; title: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; title: string | null }>`
    select person_id as id, name, title from meeting_people() where may_be_asked
    union select id, concat_ws(' ', given_name, family_name), title from person where authority_id = (select authority()) and id = (select me())
    order by name`.execute(query)
  return rows
}

export async function giveOwner(query: Query, actor: Actor, measureId: string, ownerId: string): Promise<void> {
  await sql`insert into measure_owner (authority_id, measure_id, owner_id) values (${actor.authorityId}, ${measureId}, ${ownerId})
    on conflict (authority_id, measure_id) do update set owner_id = excluded.owner_id, given_by = excluded.given_by, given_on = excluded.given_on`.execute(
    query,
  )
}

export async function setTarget(
  query: Query,
  actor: Actor,
  target: Omit<Target, 'setBy' | 'setOn' | 'pointed'>,
): Promise<void> {
  await sql`insert into measure_target (authority_id, measure_id, from_on, to_on, way, value, points_at, near, why)
    values (${actor.authorityId}, ${target.measureId}, ${target.fromOn}, ${target.toOn}, ${target.way}, ${target.value}, ${target.pointsAt}, ${target.near}, ${target.why})`.execute(
    query,
  )
}

export async function chooseDirection(
  query: Query,
  actor: Actor,
  { measureId, direction, why }: Pick<ChosenDirection, 'measureId' | 'direction' | 'why'>,
): Promise<void> {
  await sql`insert into measure_direction (authority_id, measure_id, direction, why)
    values (${actor.authorityId}, ${measureId}, ${direction}, ${why})`.execute(query)
}

export async function sayWord(
  query: Query,
  actor: Actor,
  { measureId, asAt, why, nextStep }: Pick<Word, 'measureId' | 'asAt' | 'why' | 'nextStep'>,
): Promise<void> {
  await sql`insert into measure_word (authority_id, measure_id, as_at, why, next_step)
    values (${actor.authorityId}, ${measureId}, ${asAt}, ${why}, ${nextStep})`.execute(query)
}

/** Every check of a measure (null: of all), in the order made. True numbers. */
export async function listValidated(query: Query, measureId: string | null): Promise<Validated[]> {
  const { rows } =
    await sql<Validated>`select t.measure_id as "measureId", t.as_at as "asAt", t.seal_number::int as "sealNumber",
      t.result, ${NAME} as "validatedBy", t.validated_on as "validatedOn"
    from validated_value t ${named('validated_by')} where t.authority_id = (select authority())
      and (${measureId}::text is null or t.measure_id = ${measureId})
    order by t.as_at, t.validated_at, t.id`.execute(query)
  return rows
}

/** Checking the same figure at the same seal twice is checking it once. */
export async function validate(query: Query, actor: Actor, result: MeasureResult, sealNumber: number): Promise<void> {
  await sql`insert into validated_value (authority_id, measure_id, as_at, seal_number, result)
    values (${actor.authorityId}, ${result.id}, ${dayOf(result)}, ${sealNumber}, ${JSON.stringify(result)}::jsonb)
    on conflict do nothing`.execute(query)
}

/** Facts about some children stated after a seal, of the time up to a day: how many replace an earlier one, and how many came late. */
export async function countFactsSince(
  query: Query,
  children: readonly string[],
  { sealNumber, asAt }: Pick<Validated, 'sealNumber' | 'asAt'>,
): Promise<{ corrected: number; late: number }> {
  const { rows } = await sql<{ corrected: number; late: number }>`select
      count(*) filter (where supersedes is not null)::int as corrected, count(*) filter (where supersedes is null)::int as late
    from event where authority_id = (select authority()) and seal_number > ${sealNumber} and starts_on <= ${asAt}
      and child_id = any (array(select v::uuid from jsonb_array_elements_text(${JSON.stringify(children)}::jsonb) v))`.execute(
    query,
  )
  return rows[0]!
}

export interface JoinedMeasure {
  measureId: string
  kind: 'promise' | 'action'
  title: string
  priority: string | null
}

/** Which promises and actions each measure is joined to, in the order of the plan. */
export async function listJoinedMeasures(query: Query): Promise<JoinedMeasure[]> {
  const { rows } = await sql<JoinedMeasure>`
    with joined as (select distinct case when a_kind = 'measure' then a_ref else b_ref end as measure_id,
        case when a_kind = 'measure' then b_ref else a_ref end as ref
      from thread_joins() where (a_kind = 'measure') <> (b_kind = 'measure'))
    select j.measure_id as "measureId", case when p.kind = 'pledge' then 'promise' else 'action' end as kind, i.title, i.priority
    from joined j join plan_item i on i.authority_id = (select authority()) and i.id::text = j.ref
      join plan p on p.authority_id = i.authority_id and p.id = i.plan_id
    order by p.kind desc, i.position, j.measure_id`.execute(query)
  return rows
}
