import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import {
  type DemoChallenge,
  type DemoDecision,
  type DemoItem,
  type DemoMeeting,
  GROUP,
  makeBoard,
} from '../../demo-data/board.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import { addDays, type IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'

const PARTS: Partial<Record<string, string>> = {
  board_member: 'member',
  young_representative: 'young people',
  director: 'officer',
  clerk: 'clerk',
}

/** The board, its people, three years of meetings and what was asked of it, with each knot joined to the next. */
export async function placeBoard(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  const staff = (role: string) => demo.staff.filter((person) => person.role === role)
  const placing = new Placing(query, authorityId, {
    clerk: idOf(staff('clerk')[0]!.key),
    young: idOf(staff('young_representative')[0]!.key),
    byTitle: new Map(demo.staff.map((person) => [person.title, idOf(person.key)])),
  })
  await placing.body(demo, idOf)
  const board = makeBoard(today)
  for (const challenge of board.challenges) await placing.challenge(challenge)
  for (const meeting of board.meetings) await placing.meeting(meeting)
}

interface People {
  clerk: string
  young: string
  byTitle: Map<string, string>
}

class Placing {
  readonly #query: Query
  readonly #authority: number
  readonly #people: People
  readonly #body = randomUUID()
  readonly #challenges = new Map<string, string>()

  constructor(query: Query, authority: number, people: People) {
    this.#query = query
    this.#authority = authority
    this.#people = people
  }

  async body(demo: DemoCouncil, idOf: (key: string) => string): Promise<void> {
    await sql`insert into body (authority_id, id, name, regime, what_it_does, chair) values (${this.#authority}, ${this.#body}, 'Corporate parenting board', 'advisory',
      'Holds the council to its promises to the children and young people in its care.', 'Lead member for children')`.execute(
      this.#query,
    )
    for (const [index, person] of demo.staff.filter((one) => PARTS[one.role] !== undefined).entries()) {
      const isPartner = /partner|representative on/.test(person.title)
      const isYoung = person.role === 'young_representative'
      const part = isPartner ? 'partner' : /chair of/.test(person.title) && index === 0 ? 'chair' : PARTS[person.role]!
      await sql`insert into body_member (authority_id, body_id, person_id, part, group_name, sees_private, starts_on)
        values (${this.#authority}, ${this.#body}, ${idOf(person.key)}, ${part}, ${isYoung ? GROUP : null}, ${!isPartner && !isYoung}, '2022-05-10')`.execute(
        this.#query,
      )
    }
  }

  async challenge(told: DemoChallenge): Promise<void> {
    const id = randomUUID()
    this.#challenges.set(told.key, id)
    const to = this.#people.byTitle.get(told.to)!
    await sql`insert into challenge (authority_id, id, body_id, title, words, group_name, raised_by, raised_on, to_person, answer_due_on)
      values (${this.#authority}, ${id}, ${this.#body}, ${told.title}, ${told.words}, ${GROUP}, ${this.#people.young}, ${told.raisedOn}, ${to}, ${told.answerDueOn})`.execute(
      this.#query,
    )
    for (const answer of told.answers)
      await sql`insert into challenge_answer (authority_id, challenge_id, words, answered_by, answered_on, verdict, verdict_words, verdict_by, verdict_on)
        values (${this.#authority}, ${id}, ${answer.words}, ${to}, ${answer.on}, ${answer.verdict ?? null}, ${answer.verdictWords ?? null},
          ${answer.verdict ? this.#people.young : null}, ${answer.verdictOn ?? null})`.execute(this.#query)
  }

  async meeting(told: DemoMeeting): Promise<void> {
    const id = randomUUID()
    await sql`insert into meeting (authority_id, id, body_id, held_on, at_time, place, theme)
      values (${this.#authority}, ${id}, ${this.#body}, ${told.day}, '4.30pm', 'The Long Room, County Hall', ${told.theme})`.execute(
      this.#query,
    )
    for (const [index, item] of told.items.entries()) await this.#item(id, told, item, index + 1)
    await sql`update meeting set status = ${told.isHeld ? 'held' : 'published'} where authority_id = ${this.#authority} and id = ${id}`.execute(
      this.#query,
    )
  }

  async #item(meeting: string, told: DemoMeeting, item: DemoItem, position: number): Promise<void> {
    const challenge = item.challenge ? this.#challenges.get(item.challenge)! : null
    const { rows } =
      position === 1
        ? await sql<{
            id: string
          }>`update agenda_item set title = ${item.title}, brought_by = ${item.by ?? null}, minutes = ${item.minutes ?? 15}, challenge_id = ${challenge}
            where authority_id = ${this.#authority} and meeting_id = ${meeting} and is_young_peoples returning id`.execute(
            this.#query,
          )
        : await sql<{
            id: string
          }>`insert into agenda_item (authority_id, meeting_id, body_id, position, title, brought_by, minutes, is_private, challenge_id)
            values (${this.#authority}, ${meeting}, ${this.#body}, ${position}, ${item.title}, ${item.by ?? null}, ${item.minutes ?? 15}, ${item.isPrivate ?? false}, ${challenge}) returning id`.execute(
            this.#query,
          )
    const id = rows[0]!.id
    if (item.promise) {
      const { rows } = await sql<{
        id: string
      }>`select i.id from plan_item i join plan p on p.authority_id = i.authority_id and p.id = i.plan_id
        where i.authority_id = ${this.#authority} and p.kind = 'pledge' and i.title = ${item.promise}`.execute(
        this.#query,
      )
      if (rows[0]) await this.#join('promise', rows[0].id, 'agenda item', id)
    }
    if (challenge) await this.#join('challenge', challenge, 'agenda item', id)
    const { paper } = item
    if (paper) {
      await sql`insert into paper (authority_id, agenda_item_id, meeting_id, body_id, title, written_by, full_text, plain_version, impact, subject, subject_ref, published_on)
        values (${this.#authority}, ${id}, ${meeting}, ${this.#body}, ${paper.title}, ${paper.writtenBy}, ${paper.full}, ${paper.plain}, ${paper.impact}, ${paper.subject},
          ${paper.measureId}, ${paper.isPublished ? addDays(told.day, -7) : null})`.execute(this.#query)
      if (paper.measureId) await this.#join('measure', paper.measureId, 'agenda item', id)
    }
    if (item.planAction) await this.#joinAction('agenda item', id, item.planAction)
    if (item.decision) await this.#decision(id, meeting, told.day, item.decision)
  }

  async #decision(item: string, meeting: string, day: IsoDate, told: DemoDecision): Promise<void> {
    const id = randomUUID()
    await sql`insert into decision (authority_id, id, agenda_item_id, meeting_id, body_id, title, words, outcome, decided_on, what_came)
      values (${this.#authority}, ${id}, ${item}, ${meeting}, ${this.#body}, ${told.title}, ${told.words}, ${told.outcome}, ${day}, ${told.whatCame ?? null})`.execute(
      this.#query,
    )
    await this.#join('agenda item', item, 'decision', id)
    for (const [words, owner, days, shownBy] of told.actions ?? [])
      await sql`insert into minute_action (authority_id, decision_id, words, owner, due_on, done_on, shown_by)
        values (${this.#authority}, ${id}, ${words}, ${owner}, ${addDays(day, days)}, ${shownBy ? addDays(day, days - 3) : null}, ${shownBy ?? null})`.execute(
        this.#query,
      )
    if (told.planAction) await this.#joinAction('decision', id, told.planAction)
  }

  async #joinAction(kind: string, ref: string, title: string): Promise<void> {
    const { rows } = await sql<{
      id: string
    }>`select id from plan_item where authority_id = ${this.#authority} and title = ${title}`.execute(this.#query)
    if (rows[0]) await this.#join(kind, ref, 'action', rows[0].id)
  }

  async #join(fromKind: string, fromRef: string, toKind: string, toRef: string): Promise<void> {
    await sql`insert into knot_join (authority_id, from_kind, from_ref, to_kind, to_ref, joined_by)
      values (${this.#authority}, ${fromKind}, ${fromRef}, ${toKind}, ${toRef}, ${this.#people.clerk})`.execute(
      this.#query,
    )
  }
}
