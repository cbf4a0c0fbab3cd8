import { type AttendanceCount, groupAttendance, sumAttendance } from '../../../domain/governance/attendance.ts'

/** Counts in a sentence and a table: by body or by organisation, never by person. */
export function presentAttendance(
  counts: AttendanceCount[],
  by: 'bodyId' | 'organisation',
  names: ReadonlyMap<string, string>,
) {
  const all = sumAttendance(counts)
  const meetings = new Set(counts.map(({ meetingId }) => meetingId)).size
  const heading = by === 'bodyId' ? 'Body' : 'Who was invited'
  return {
    sentence: `Somebody came for ${sayPart(all.came + all.sentSomebody, all.invited)} invitations, to ${meetings === 1 ? 'one meeting' : `${meetings} meetings`}.`,
    table: {
      caption: by === 'bodyId' ? 'Who came, by body' : 'Who came, by organisation',
      isCaptionHidden: true,
      isStacked: true,
      columns: [
        { text: heading },
        ...['Meetings', 'Invited', 'Came', 'Sent somebody', 'Sent apologies', 'Not heard from'].map((text) => ({
          text,
          isNumeric: true,
        })),
      ],
      rows: groupAttendance(
        counts.map((count) => ({ ...count, bodyId: names.get(count.bodyId) ?? count.bodyId })),
        by,
      ).map(({ key, meetings: held, sum }) => [
        key,
        held,
        sum.invited,
        sum.came,
        sum.sentSomebody,
        sum.apologies,
        sum.unheard,
      ]),
    },
  }
}

const sayPart = (part: number, whole: number) => `${part.toLocaleString('en-GB')} of ${whole.toLocaleString('en-GB')}`
