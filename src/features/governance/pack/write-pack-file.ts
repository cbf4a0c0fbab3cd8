import type { Pack } from '../../../domain/governance/pack.ts'
import { writePage } from '../../../web/document/write-page.ts'
import { writePdf } from '../../../web/document/write-pdf.ts'
import { writeWord } from '../../../web/document/write-word.ts'
import type { Reader } from '../live-subject.ts'
import { findNextMeeting, listMeetings } from '../meeting.store.ts'
import { findPack } from '../pack.store.ts'
import { makePack } from './make-pack.command.ts'
import { setPack } from './set-pack.ts'

/** The pack of the next meeting, or of a day's: as it went out, or as it would go out now. */
export async function readPackFor(reader: Reader, which: string): Promise<{ pack: Pack; isDraft: boolean } | null> {
  const { meeting, stored } = await reader.database.as(reader.actor, async (query) => {
    const meeting =
      which === 'next'
        ? await findNextMeeting(query, reader.today)
        : ((await listMeetings(query)).find((one) => one.day === which) ?? null)
    return { meeting, stored: meeting && (await findPack(query, meeting.id)) }
  })
  if (meeting === null) return null
  return stored ? { pack: stored.content, isDraft: false } : { pack: await makePack(reader, meeting), isDraft: true }
}

export async function writePackFile(pack: Pack, kind: '.pdf' | '.docx' | '.html'): Promise<Buffer | string> {
  const document = setPack(pack)
  if (kind === '.pdf') return writePdf(document)
  return kind === '.docx' ? writeWord(document) : writePage(document)
}
