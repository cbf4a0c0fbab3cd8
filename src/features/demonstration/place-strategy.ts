import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import { makeFirstPledge } from '../../demo-data/first-pledge.ts'
import { makeHeritagePledge } from '../../demo-data/heritage-pledge.ts'
import { principleLabels } from '../../demo-data/principle-labels.ts'
import { type DemoStrategyVersion, makeStrategy } from '../../demo-data/strategy.ts'
import { addDays, type IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'

/** Both versions of the strategy, approved by the board. The version in force leans on what exists now. */
export async function placeStrategy(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  const lead = idOf(demo.staff.find(({ role }) => role === 'strategy_lead')!.key)
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, name from body where authority_id = ${authorityId} order by name ilike '%corporate parenting board%' desc, name limit 1`.execute(
    query,
  )
  const body = rows[0]!
  const { versions } = makeStrategy(today)
  const lines = new Map<string, string>()
  const knots = await readKnots(query, authorityId)
  for (const version of versions) {
    const id = await placeVersion(query, authorityId, version, lead)
    await placeParts(query, authorityId, id, version, lines, {
      knots: version === versions.at(-1) ? knots : new Map(),
      lead,
    })
    await sql`insert into strategy_approval (authority_id, version_id, body_id, body_name, approved_on, in_force_from, note, recorded_by, recorded_on)
      values (${authorityId}, ${id}, ${body.id}, ${body.name}, ${version.approvedOn}::date, ${version.inForceFrom}::date, ${version.minute}, ${lead}, ${version.approvedOn}::date)`.execute(
      query,
    )
  }
}

/** What serves which principle in law; an action as its promise does. */
export async function placePrincipleLabels(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
): Promise<void> {
  const lead = idOf(demo.staff.find(({ role }) => role === 'strategy_lead')!.key)
  const labels = Object.entries(principleLabels).flatMap(([kind, things]) =>
    Object.entries(things).flatMap(([name, numbers]) => numbers.map((principle) => ({ kind, name, principle }))),
  )
  await sql`with told as (select r.* from jsonb_to_recordset(${JSON.stringify(labels)}::jsonb) as r(kind text, name text, principle int)),
      promises as (select i.id, t.principle from told t join plan_item i on i.title = t.name and i.authority_id = ${authorityId}
        join plan p on p.authority_id = i.authority_id and p.id = i.plan_id and p.kind = 'pledge'
          and p.agreed_on = (select max(agreed_on) from plan where authority_id = ${authorityId} and kind = 'pledge' and about is null)
        where t.kind = 'promise'),
      things as (select 'promise' as kind, id::text as ref, principle from promises
        union select 'action', j.to_ref, f.principle from promises f join knot_join j on j.authority_id = ${authorityId}
          and j.from_kind = 'promise' and j.from_ref = f.id::text and j.to_kind = 'action'
        union select 'measure', t.name, t.principle from told t where t.kind = 'measure'
        union select 'decision', d.id::text, t.principle from told t join decision d on d.authority_id = ${authorityId} and d.title = t.name
          where t.kind = 'decision')
    insert into principle_label (authority_id, kind, ref, principle, labelled_by) select ${authorityId}, kind, ref, principle, ${lead} from things`.execute(
    query,
  )
}

const LEAD = 'Strategy lead for corporate parenting'
const DIRECTORATE_OF: [title: RegExp, directorate: string][] = [
  [/Housing/, 'Housing and Communities'],
  [/Education|virtual school/i, 'Education and Skills'],
  [/Public Health|Health partner/, 'Public Health'],
  [/Councillor|Lead member|chair of|Young representative|representative on/i, ''],
]

/** The pledge before this one, what changed since, where colleagues work, and who has given their word on it. */
export async function placePledgeVersions(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  const first = makeFirstPledge(today)
  const oldId = randomUUID()
  await sql`insert into plan (authority_id, id, kind, title, version, agreed_on)
    values (${authorityId}, ${oldId}, 'pledge', ${first.title}, ${first.version}, ${first.agreedOn}::date)`.execute(
    query,
  )
  const old = first.promises.map((promise, index) => ({ ...promise, id: randomUUID(), position: index + 1 }))
  await sql`insert into plan_item (authority_id, id, plan_id, position, reference, title, words, party)
    select ${authorityId}, r.id, ${oldId}, r.position, r.position::text, r.title, r.words, r.party
    from jsonb_to_recordset(${JSON.stringify(old)}::jsonb) as r(id uuid, position int, title text, words text, party text)`.execute(
    query,
  )
  await sql`update plan set replaces_id = ${oldId}, why = ${first.whyChanged} where authority_id = ${authorityId} and kind = 'pledge' and about is null and id <> ${oldId}`.execute(
    query,
  )
  await sql`update plan_item n set follows_id = r.id from jsonb_to_recordset(${JSON.stringify(old)}::jsonb) as r(id uuid, became text), plan p
    where n.authority_id = ${authorityId} and n.title = r.became and p.authority_id = n.authority_id and p.id = n.plan_id and p.replaces_id = ${oldId}`.execute(
    query,
  )
  const staff = demo.staff.map(({ key, title }, index) => ({
    id: idOf(key),
    directorate: DIRECTORATE_OF.find(([pattern]) => pattern.test(title))?.[1] ?? 'Children’s Services',
    hasRead: index % 4 !== 1 && !/Strategy lead|Clerk/.test(title),
    said: addDays(today, -((index * 7) % 200) - 3),
  }))
  await sql`update person p set directorate = nullif(r.directorate, '') from jsonb_to_recordset(${JSON.stringify(staff)}::jsonb) as r(id uuid, directorate text)
    where p.authority_id = ${authorityId} and p.id = r.id`.execute(query)
  await sql`insert into pledge_read (authority_id, plan_id, person_id, said_on)
    select ${authorityId}, p.id, r.id, r.said from plan p, jsonb_to_recordset(${JSON.stringify(staff)}::jsonb) as r(id uuid, "hasRead" boolean, said date)
    where p.authority_id = ${authorityId} and p.replaces_id = ${oldId} and r."hasRead"
      and not exists (select from role_held h where h.authority_id = p.authority_id and h.person_id = r.id and h.role = 'young_representative')`.execute(
    query,
  )
}

/** The promises about heritage, with how each is to be kept, and what reviewing officers counted. */
export async function placeHeritage(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  const pledge = makeHeritagePledge(today)
  const idOfTitle = (title: string | undefined) => demo.staff.find((one) => one.title === title)?.key
  const id = randomUUID()
  await sql`insert into plan (authority_id, id, kind, title, version, agreed_on, about)
    values (${authorityId}, ${id}, 'pledge', ${pledge.title}, ${pledge.version}, ${pledge.agreedOn}::date, 'heritage')`.execute(
    query,
  )
  const asked = Math.max(12, Math.round(demo.children.length / 5))
  const lead = idOf(idOfTitle(LEAD)!)
  const rows = pledge.promises.map((promise, index) => {
    const owner = idOfTitle(promise.owners[0])
    return {
      authority_id: authorityId,
      id: randomUUID(),
      plan_id: id,
      position: index + 1,
      reference: String(index + 1),
      title: promise.title,
      words: promise.words,
      party: 'we',
      hows: promise.hows,
      owners: promise.owners,
      owner_id: owner === undefined ? null : idOf(owner),
      due_on: promise.dueOn,
      due_as_written: promise.dueAsWritten,
      way_to_tell: promise.wayToTell,
      kept: promise.trueForOfHundred === null ? null : Math.round((asked * promise.trueForOfHundred) / 100),
    }
  })
  await sql`insert into plan_item select r.* from jsonb_populate_recordset(null::plan_item, ${JSON.stringify(rows)}::jsonb) r`.execute(
    query,
  )
  await sql`insert into item_proof (authority_id, item_id, kind, title, words, kept_for, made_to, added_by, added_as, added_on, good_until)
    select ${authorityId}, r.id, 'count', 'Asked in reviews, by reviewing officers', 'Never by the child’s own worker.', r.kept, ${asked}, ${lead}, ${LEAD},
      ${addDays(today, -25)}::date, ${addDays(today, 155)}::date from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, kept int) where r.kept is not null`.execute(
    query,
  )
}

async function placeVersion(
  query: Query,
  authorityId: number,
  version: DemoStrategyVersion,
  lead: string,
): Promise<string> {
  const id = randomUUID()
  await sql`insert into strategy_version (authority_id, id, number, title, period, vision, foreword, foreword_by, foreword_on, plain_words, plain_words_by, why, made_by, made_on)
    values (${authorityId}, ${id}, ${version.number}, ${version.title}, ${version.period}, ${version.vision}, ${version.foreword}, ${version.forewordBy},
      ${version.forewordOn}::date, ${version.plainWords}, ${version.plainWordsBy}, ${version.why}, ${lead}, ${version.madeOn}::date)`.execute(
    query,
  )
  return id
}

async function placeParts(
  query: Query,
  authorityId: number,
  versionId: string,
  { parts, inForceFrom }: DemoStrategyVersion,
  lines: Map<string, string>,
  { knots, lead }: { knots: ReadonlyMap<string, string>; lead: string },
): Promise<void> {
  const ids = new Map(parts.map(({ line }) => [line, randomUUID()]))
  const rows = parts.map((part, index) => {
    if (!lines.has(part.line)) lines.set(part.line, randomUUID())
    return {
      authority_id: authorityId,
      id: ids.get(part.line),
      version_id: versionId,
      line_id: lines.get(part.line),
      kind: part.kind,
      area_id: part.area ? ids.get(part.area) : null,
      statement_kind: part.statementKind ?? null,
      position: index + 1,
      title: part.title,
      words: part.words ?? '',
      is_children: part.isChildren ?? false,
      on_day: part.onDay ?? null,
      principles: part.principles ?? [],
    }
  })
  await sql`insert into strategy_part select r.* from jsonb_populate_recordset(null::strategy_part, ${JSON.stringify(rows)}::jsonb) r`.execute(
    query,
  )
  const joins = parts.flatMap((part) =>
    (part.leansOn ?? []).flatMap((knot) => {
      const [kind] = knot.split(' ')
      const ref = kind === 'measure' ? knot.slice('measure '.length) : knots.get(knot)
      return ref === undefined || knots.size === 0 ? [] : [{ part: ids.get(part.line), kind, ref }]
    }),
  )
  await sql`insert into strategy_join (authority_id, part_id, to_kind, to_ref, joined_by, joined_on)
    select ${authorityId}, r.part, r.kind, r.ref, ${lead}, ${inForceFrom}::date from jsonb_to_recordset(${JSON.stringify(joins)}::jsonb) as r(part uuid, kind text, ref text)`.execute(
    query,
  )
}

/** "promise 4" and "action A24" of today's pledge and plan. */
async function readKnots(query: Query, authorityId: number): Promise<Map<string, string>> {
  const { rows } = await sql<{
    name: string
    id: string
  }>`select case p.kind when 'pledge' then 'promise ' || i.position else 'action ' || i.reference end as name, i.id
    from plan_item i join plan p on p.authority_id = i.authority_id and p.id = i.plan_id
    where i.authority_id = ${authorityId} and (p.kind = 'pledge' or (p.kind = 'action plan' and i.reference is not null))`.execute(
    query,
  )
  return new Map(rows.map(({ name, id }) => [name, id]))
}
