import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import type { FastifyReply } from 'fastify'

export interface FileToSend {
  path: string
  type: string
  bytes: number
}

const ENDINGS: Record<string, string> = {
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'video/quicktime': 'mov',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
}

/**
 * Sends one stored file, or the part of it that a player asks for. Nothing in it can run: nosniff, a sandbox of its own, and a
 * download unless it is a picture that we made. Its name on the reader's machine says nothing of what it shows (rule 13).
 * False where the bytes are gone.
 */
export async function sendFile(reply: FastifyReply, file: FileToSend, range: string | undefined): Promise<boolean> {
  const isThere = await access(file.path).then(
    () => true,
    () => false,
  )
  if (!isThere) return false
  const isPicture = file.type.startsWith('image/')
  const ending = ENDINGS[file.type] ?? file.type.split('/')[1]!
  reply
    .type(file.type)
    .header('Content-Security-Policy', "default-src 'none'; sandbox")
    .header('Content-Disposition', `${isPicture ? 'inline' : 'attachment'}; filename="file.${ending}"`)
    .header('Accept-Ranges', 'bytes')
  const part = readRange(range, file.bytes)
  if (part === 'outside') {
    await reply.status(416).header('Content-Range', `bytes */${file.bytes}`).send()
    return true
  }
  const { from, to } = part ?? { from: 0, to: file.bytes - 1 }
  if (part !== null) reply.status(206).header('Content-Range', `bytes ${from}-${to}/${file.bytes}`)
  await reply.header('Content-Length', to - from + 1).send(createReadStream(file.path, { start: from, end: to }))
  return true
}

/** One range, as players ask; null: the whole. */
function readRange(range: string | undefined, bytes: number): { from: number; to: number } | 'outside' | null {
  const asked = (range ?? '').match(/^bytes=(\d*)-(\d*)$/)
  if (!asked || (asked[1] === '' && asked[2] === '')) return null
  const from = asked[1] === '' ? Math.max(0, bytes - Number(asked[2])) : Number(asked[1])
  const to = asked[1] === '' || asked[2] === '' ? bytes - 1 : Math.min(Number(asked[2]), bytes - 1)
  return from > to || from >= bytes ? 'outside' : { from, to }
}
