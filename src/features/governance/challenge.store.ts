import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { type ChallengeState, findChallengeState } from '../../domain/governance/challenge-state.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { isId } from '../../domain/shared/is-id.ts'

export interface Answer {
  id: string
  challengeId: string
  words: string
  answeredBy: string
  answeredOn: IsoDate
  verdict: 'accepted' | 'not answered yet' | null
  verdictWords: string | null
  verdictOn: IsoDate | null
}

export interface Challenge {
  id: string
  bodyId: string
  body: string
  title: string
  words: string
  groupName: string | null
  raisedBy: string
  raisedOn: IsoDate
  toPerson: string
  toName: string
  toTitle: string | null
  answerDueOn: IsoDate
  /** The figure it asks about. */
  measureId: string | null
  answers: Answer[]
  state: ChallengeState
}

/** Every challenge the reader may see: what is late first, then by the day an answer is due, then what was accepted. */
export async function listChallenges(query: Query, today: IsoDate): Promise<Challenge[]> {
  return readChallenges(query, today, null)
}

export async function findChallenge(query: Query, id: string, today: IsoDate): Promise<Challenge | null> {
  return isId(id) ? ((await readChallenges(query, today, id))[0] ?? null) : null
}

async function readChallenges(query: Query, today: IsoDate, id: string | null): Promise<Challenge[]> {
  const { rows } = await sql<
    Omit<Challenge, 'answers' | 'state'>
  >`select c.id, c.body_id as "bodyId", b.name as body, c.title, c.words, c.group_name as "groupName", c.raised_by as "raisedBy", c.raised_on as "raisedOn",
      c.to_person as "toPerson", coalesce(p.name, 'somebody who has left') as "toName", p.title as "toTitle", c.answer_due_on as "answerDueOn", c.measure_id as "measureId"
    from challenge c join body b on b.authority_id = c.authority_id and b.id = c.body_id left join meeting_people() p on p.person_id = c.to_person
    where c.authority_id = (select authority()) and (${id}::uuid is null or c.id = ${id}::uuid) order by c.answer_due_on, c.title`.execute(
    query,
  )
  const answers =
    await sql<Answer>`select id, challenge_id as "challengeId", words, answered_by as "answeredBy", answered_on as "answeredOn", verdict, verdict_words as "verdictWords", verdict_on as "verdictOn"
    from challenge_answer where authority_id = (select authority()) and (${id}::uuid is null or challenge_id = ${id}::uuid) order by answered_on`.execute(
      query,
    )
  return rows.map((challenge) => {
    const own = answers.rows.filter((answer) => answer.challengeId === challenge.id)
    return { ...challenge, answers: own, state: findChallengeState(challenge.answerDueOn, own, today) }
  })
}

export interface PersonToAsk {
  id: string
  name: string
  title: string | null
}

/** Who may be asked: those who answer for services. */
export async function listPeopleToAsk(query: Query): Promise<PersonToAsk[]> {
  const { rows } = await sql<PersonToAsk>`select person_id as id, name, title from meeting_people() where may_be_asked
    and person_id <> (select me()) order by title, name`.execute(query)
  return rows
}

export interface Seat {
  bodyId: string
  body: string
  groupName: string | null
}

/** The bodies the reader sits on, and whom they speak for there. */
export async function listSeats(query: Query): Promise<Seat[]> {
  const { rows } = await sql<Seat>`select m.body_id as "bodyId", b.name as body, m.group_name as "groupName"
    from body_member m join body b on b.authority_id = m.authority_id and b.id = m.body_id where m.authority_id = (select authority()) and m.person_id = (select me())
      and m.starts_on <= (select today()) and (m.ends_on is null or m.ends_on >= (select today())) order by b.name`.execute(
    query,
  )
  return rows
}

export async function raiseChallenge(
  query: Query,
  authorityId: number,
  challenge: Pick<Challenge, 'bodyId' | 'title' | 'words' | 'groupName' | 'toPerson' | 'answerDueOn' | 'measureId'>,
): Promise<string> {
  const id = randomUUID()
  await sql`insert into challenge (authority_id, id, body_id, title, words, group_name, to_person, answer_due_on, measure_id)
    values (${authorityId}, ${id}, ${challenge.bodyId}, ${challenge.title}, ${challenge.words}, ${challenge.groupName}, ${challenge.toPerson}, ${challenge.answerDueOn}, ${challenge.measureId})`.execute(
    query,
  )
  return id
}

export async function answerChallenge(
  query: Query,
  authorityId: number,
  challengeId: string,
  words: string,
): Promise<void> {
  await sql`insert into challenge_answer (authority_id, challenge_id, words) values (${authorityId}, ${challengeId}, ${words})`.execute(
    query,
  )
}

/** False where it is not the asker's to say, or nothing waits. */
export async function judgeAnswer(
  query: Query,
  answerId: string,
  verdict: 'accepted' | 'not answered yet',
  why: string,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select judge_answer(${answerId}, ${verdict}, ${why}) as done`.execute(
    query,
  )
  return rows[0]!.done
}
