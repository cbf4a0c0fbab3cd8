import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { AttendanceCount } from '../../domain/governance/attendance.ts'

export const ANSWERS = ['invited', 'came', 'sent apologies', 'sent somebody'] as const
export type AttendanceAnswer = (typeof ANSWERS)[number]

/** Of meetings that were held, as anybody may see it: by meeting and organisation. */
export async function listAttendanceCounts(query: Query): Promise<AttendanceCount[]> {
  const { rows } =
    await sql<AttendanceCount>`select body_id as "bodyId", meeting_id as "meetingId", held_on as day, organisation, invited, came, apologies,
      sent_somebody as "sentSomebody" from attendance_counts() order by held_on desc`.execute(query)
  return rows
}

export interface AttendanceLine {
  /** What it is kept by: "seat …", "rule …", or a guest's title. */
  key: string
  kind: 'seat' | 'rule' | 'guest'
  ref: string
  answer: AttendanceAnswer
}

export async function listAttendance(query: Query, meetingId: string): Promise<AttendanceLine[]> {
  const { rows } = await sql<Omit<AttendanceLine, 'key'>>`select
      case when seat_id is not null then 'seat' when guest_rule_id is not null then 'rule' else 'guest' end as kind,
      coalesce(seat_id::text, guest_rule_id::text, guest) as ref, answer
    from attendance where authority_id = (select authority()) and meeting_id = ${meetingId} order by guest`.execute(
    query,
  )
  return rows.map((row) => ({ ...row, key: `${row.kind} ${row.ref}` }))
}

const COLUMN = { seat: sql.ref('seat_id'), rule: sql.ref('guest_rule_id'), guest: sql.ref('guest') }

/** One line, made or changed. */
export async function keepAttendance(
  query: Query,
  authorityId: number,
  meeting: { id: string; bodyId: string },
  { kind, ref, answer }: Omit<AttendanceLine, 'key'>,
): Promise<void> {
  const column = COLUMN[kind]
  await sql`insert into attendance (authority_id, meeting_id, body_id, ${column}, answer)
    values (${authorityId}, ${meeting.id}, ${meeting.bodyId}, ${ref}, ${answer})
    on conflict (authority_id, meeting_id, ${column}) do update set answer = excluded.answer where attendance.answer <> excluded.answer`.execute(
    query,
  )
}
