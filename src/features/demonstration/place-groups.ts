import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { makeBodies } from '../../demo-data/bodies.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import {
  type DemoGroupDecision,
  type DemoGroupMeeting,
  demoIssues,
  FORUM,
  forumItems,
  groupMeetings,
  latestDecisions,
  TAKEN_OVER,
  WATCHED,
} from '../../demo-data/groups.ts'
import { listRhythmDays } from '../../domain/governance/rhythm.ts'
import { addDays, addMonths, type IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'
import { bankHolidays } from '../children/index.ts'

/** The groups under the board: what they watch, met about, decided, gave out and could not settle; and the forum at the board. */
export async function placeGroups(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  const bodies = makeBodies(today)
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, name from body where authority_id = ${authorityId}`.execute(query)
  const names = new Map([
    ['board', 'Corporate parenting board'],
    ...bodies.map(({ key, name }) => [key, name] as const),
  ])
  const body = (key: string) => rows.find(({ name }) => name === names.get(key))!.id
  const person = (title: string) => demo.staff.find((one) => one.title === title)
  const placing = new Placing(query, authorityId, today, (title) => {
    const found = person(title)
    return found ? idOf(found.key) : null
  })
  await placing.watched(Object.entries(WATCHED).flatMap(([key, ids]) => ids.map((id) => ({ body: body(key), id }))))
  const almanac = { bankHolidays, halfTerms: [] }
  for (const [key, told] of Object.entries(groupMeetings)) {
    const { rhythm, place, time } = bodies.find((one) => one.key === key)!
    const held = listRhythmDays(rhythm, { from: addMonths(today, -16), to: addDays(today, -1) }, almanac).toReversed()
    for (const [index, meeting] of told.entries()) {
      const latest = meeting.monthsAgo === undefined ? today : addMonths(today, -meeting.monthsAgo)
      const day = held.filter((one) => one <= latest)[meeting.monthsAgo === undefined ? index : 0]
      if (day) await placing.meeting(body(key), { day, place, time }, meeting)
    }
    const [next] = listRhythmDays(rhythm, { from: addDays(today, 5), to: addMonths(today, 8) }, almanac)
    if (next) await placing.coming(body(key), { day: next, place, time })
  }
  for (const [key, decision] of Object.entries(latestDecisions)) await placing.decideLatest(body(key), decision)
  await placing.forum(body('board'))
  for (const [key, ago] of [
    ['board', TAKEN_OVER.board],
    ['health', TAKEN_OVER.health],
  ] as const)
    await sql`update meeting set chaired_by_young = ${TAKEN_OVER.by} where id = (select id from meeting where authority_id = ${authorityId}
      and body_id = ${body(key)} and status = 'held' order by held_on desc offset ${ago} limit 1)`.execute(query)
  await sql`update strategy_part p set decision_id = d.id, on_day = d.decided_on from decision d, strategy_version v where p.authority_id = ${authorityId}
    and p.title = 'Health, police and schools read the draft' and d.authority_id = p.authority_id and d.title = 'Ready for the board, with three changes'
    and v.authority_id = p.authority_id and v.id = p.version_id`.execute(query)
  const worker = demo.picker
    .map(({ staffKey }) => demo.staff.find(({ key }) => key === staffKey))
    .find((one) => one?.role === 'social_worker')!
  const clerk = idOf(demo.staff.find(({ role }) => role === 'clerk')!.key)
  for (const issue of demoIssues) {
    const by = issue.by === null ? worker : (person(issue.by) ?? worker)
    await placing.issue(body(issue.body), issue, { by: idOf(by.key), clerk })
  }
  await placing.issuesOnAgendas()
}

class Placing {
  readonly #query: Query
  readonly #authority: number
  readonly #today: IsoDate
  readonly #person: (title: string) => string | null

  constructor(query: Query, authority: number, today: IsoDate, person: (title: string) => string | null) {
    this.#query = query
    this.#authority = authority
    this.#today = today
    this.#person = person
  }

  async watched(rows: { body: string; id: string }[]): Promise<void> {
    await sql`insert into body_measure (authority_id, body_id, measure_id, added_on) select ${this.#authority}, r.body, r.id, ${addMonths(this.#today, -12)}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(body uuid, id text)`.execute(this.#query)
  }

  async coming(body: string, { day, place, time }: { day: IsoDate; place: string; time: string }): Promise<void> {
    await sql`insert into meeting (authority_id, body_id, held_on, at_time, place) values (${this.#authority}, ${body}, ${day}, ${time}, ${place})`.execute(
      this.#query,
    )
  }

  async meeting(
    body: string,
    { day, place, time }: { day: IsoDate; place: string; time: string },
    told: DemoGroupMeeting,
  ): Promise<void> {
    const id = randomUUID()
    await sql`insert into meeting (authority_id, id, body_id, held_on, at_time, place, theme) values (${this.#authority}, ${id}, ${body}, ${day}, ${time}, ${place}, ${told.theme})`.execute(
      this.#query,
    )
    await sql`update agenda_item set title = ${told.young}, brought_by = 'young people' where authority_id = ${this.#authority} and meeting_id = ${id} and is_young_peoples`.execute(
      this.#query,
    )
    for (const { title, by, decision } of told.items) await this.#item({ id, body, day }, title, by ?? null, decision)
    await sql`update meeting set status = 'held' where authority_id = ${this.#authority} and id = ${id}`.execute(
      this.#query,
    )
    const views = (told.views ?? []).map((view) => ({
      ...view,
      effect: view.shaped ? 'shaped' : view.refused ? 'no, because' : null,
      said: view.shaped ?? view.refused ?? null,
      on: view.shaped || view.refused ? addDays(this.#today, -20) : null,
    }))
    await sql`insert into meeting_view (authority_id, meeting_id, body_id, said_by, words, effect, effect_words, effect_on, decision_id)
      select ${this.#authority}, ${id}, ${body}, r."by", r.words, r.effect, r.said, r."on",
        (select d.id from decision d where d.authority_id = ${this.#authority} and d.title = r.decision limit 1)
      from jsonb_to_recordset(${JSON.stringify(views)}::jsonb) as r("by" text, words text, effect text, said text, "on" date, decision text)`.execute(
      this.#query,
    )
  }

  /** On the first item after young people's of the latest meeting that was held. */
  async decideLatest(body: string, decision: DemoGroupDecision): Promise<void> {
    const { rows } = await sql<{
      item: string
      id: string
      day: IsoDate
    }>`select i.id as item, m.id, m.held_on as day from meeting m
      join agenda_item i on i.authority_id = m.authority_id and i.meeting_id = m.id and i.position = 2
      where m.authority_id = ${this.#authority} and m.body_id = ${body} and m.status = 'held' order by m.held_on desc limit 1`.execute(
      this.#query,
    )
    const [last] = rows
    if (last) await this.#decision({ id: last.id, body, day: last.day }, last.item, decision)
  }

  /** Two seats at the board, who came to its latest meetings, and an item at each of the last two. */
  async forum(board: string): Promise<void> {
    const seat = randomUUID()
    await sql`insert into body_member (authority_id, id, body_id, seat_name, part, organisation, group_name, sees_private, starts_on)
      values (${this.#authority}, ${seat}, ${board}, 'Two of the Care Leavers’ Forum', 'young people', 'Care Leavers’ Forum', ${FORUM}, false, ${addMonths(this.#today, -8)})`.execute(
      this.#query,
    )
    const { rows } = await sql<{
      id: string
      day: IsoDate
    }>`select id, held_on as day from meeting where authority_id = ${this.#authority} and body_id = ${board}
      and status = 'held' order by held_on desc limit 2`.execute(this.#query)
    for (const [index, meeting] of rows.entries()) {
      await sql`insert into attendance (authority_id, meeting_id, body_id, seat_id, answer) values (${this.#authority}, ${meeting.id}, ${board}, ${seat}, 'came')`.execute(
        this.#query,
      )
      const told = forumItems[index]!
      await this.#item({ ...meeting, body: board }, told.title, FORUM, told.decision)
    }
  }

  async #item(
    meeting: { id: string; body: string; day: IsoDate },
    title: string,
    by: string | null,
    decision: DemoGroupDecision | undefined,
  ): Promise<void> {
    const item = randomUUID()
    await sql`insert into agenda_item (authority_id, id, meeting_id, body_id, position, title, brought_by, minutes)
      select ${this.#authority}, ${item}, ${meeting.id}, ${meeting.body}, 1 + max(position), ${title}, ${by}, 20 from agenda_item
      where authority_id = ${this.#authority} and meeting_id = ${meeting.id}`.execute(this.#query)
    if (decision) await this.#decision(meeting, item, decision)
  }

  async #decision(
    meeting: { id: string; body: string; day: IsoDate },
    item: string,
    { title, words, outcome, actions = [] }: DemoGroupDecision,
  ): Promise<void> {
    const id = randomUUID()
    await sql`insert into decision (authority_id, id, agenda_item_id, meeting_id, body_id, title, words, outcome, decided_on)
      values (${this.#authority}, ${id}, ${item}, ${meeting.id}, ${meeting.body}, ${title}, ${words}, ${outcome}, ${meeting.day})`.execute(
      this.#query,
    )
    for (const [what, owner, dueInDays, shownBy] of actions) {
      const due = addDays(this.#today, dueInDays)
      await sql`insert into minute_action (authority_id, decision_id, agenda_item_id, meeting_id, body_id, words, owner, owner_person_id, due_on, done_on, shown_by)
        values (${this.#authority}, ${id}, ${item}, ${meeting.id}, ${meeting.body}, ${what}, ${owner}, ${this.#person(owner)}, ${due}, ${shownBy ? due : null}, ${shownBy ?? null})`.execute(
        this.#query,
      )
    }
  }

  async issue(
    body: string,
    issue: (typeof demoIssues)[number],
    { by, clerk }: { by: string; clerk: string },
  ): Promise<void> {
    const id = randomUUID()
    const ago = (days: number) => addDays(this.#today, -days)
    await sql`insert into body_issue (authority_id, id, first_body_id, body_id, title, words, tried, asked, weight, raised_by, raised_on)
      values (${this.#authority}, ${id}, ${body}, ${body}, ${issue.title}, ${issue.words}, ${issue.tried}, ${issue.asked}, ${issue.weight}, ${by}, ${ago(issue.daysAgo)})`.execute(
      this.#query,
    )
    for (const { outcome, words, owner, dueInDays, daysAgo } of issue.decisions)
      await sql`insert into issue_decision (authority_id, issue_id, outcome, words, owner, owner_person_id, due_on, said_by, said_on)
        values (${this.#authority}, ${id}, ${outcome}, ${words}, ${owner ?? null}, ${owner ? this.#person(owner) : null},
          ${dueInDays === undefined ? null : addDays(this.#today, dueInDays)}, ${clerk}, ${ago(daysAgo)})`.execute(
        this.#query,
      )
  }

  /** By the made-up council's own day, whatever the clock says: what waits stands on its body's next agenda. */
  async issuesOnAgendas(): Promise<void> {
    await sql`delete from agenda_item where authority_id = ${this.#authority} and issue_id is not null`.execute(
      this.#query,
    )
    await sql`insert into agenda_item (authority_id, meeting_id, body_id, position, title, brought_by, issue_id)
      select i.authority_id, m.id, i.body_id, (select max(a.position) from agenda_item a where a.authority_id = m.authority_id and a.meeting_id = m.id)
          + row_number() over (partition by m.id order by i.raised_on),
        i.title, (select 'the ' || b.name from body b where b.authority_id = i.authority_id and b.id = i.first_body_id and b.id <> i.body_id), i.id
      from body_issue i join lateral (select t.id, t.authority_id, t.held_on from meeting t where t.authority_id = i.authority_id and t.body_id = i.body_id
        and t.status <> 'held' and t.held_on >= ${this.#today} order by t.held_on limit 1) m on true
      where i.authority_id = ${this.#authority} and (i.state = 'open' or (i.state = 'taken' and i.due_on <= m.held_on))`.execute(
      this.#query,
    )
  }
}
