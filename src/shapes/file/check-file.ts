import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { withoutPlace } from './without-place.ts'

export interface GivenFile {
  name: string
  bytes: Uint8Array
}

export type CheckedFile = { type: string; bytes: Uint8Array } | { problem: string }

type Family = 'picture' | 'sound' | 'film' | 'paper' | 'word'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** By content, never by name: what the first bytes say, what it is here, and what it is kept as. */
const TYPES: Record<string, { family: Family; type: string }> = {
  'image/jpeg': { family: 'picture', type: 'image/jpeg' },
  'image/png': { family: 'picture', type: 'image/png' },
  'image/webp': { family: 'picture', type: 'image/webp' },
  'audio/mpeg': { family: 'sound', type: 'audio/mpeg' },
  'audio/x-m4a': { family: 'sound', type: 'audio/mp4' },
  'audio/mp4': { family: 'sound', type: 'audio/mp4' },
  'audio/ogg': { family: 'sound', type: 'audio/ogg' },
  'audio/webm': { family: 'sound', type: 'audio/webm' },
  'video/mp4': { family: 'film', type: 'video/mp4' },
  'video/webm': { family: 'film', type: 'video/webm' },
  'video/ogg': { family: 'film', type: 'video/ogg' },
  'video/quicktime': { family: 'film', type: 'video/quicktime' },
  'application/pdf': { family: 'paper', type: 'application/pdf' },
  [WORD]: { family: 'word', type: WORD },
}

const MEGABYTE = 1024 * 1024
const MOST: Record<Family, { bytes: number; what: string }> = {
  picture: { bytes: 20 * MEGABYTE, what: 'A picture may hold 20 megabytes' },
  sound: { bytes: 25 * MEGABYTE, what: 'A sound clip may hold 25 megabytes' },
  film: { bytes: 50 * MEGABYTE, what: 'A video may hold 50 megabytes' },
  paper: { bytes: 20 * MEGABYTE, what: 'A PDF may hold 20 megabytes' },
  word: { bytes: 20 * MEGABYTE, what: 'A Word file may hold 20 megabytes' },
}

/** The largest side of a kept picture: enough to see, too little to read a letter on a far table. */
export const LARGEST_SIDE = 2000

// Only what is listed above is ever decoded: an SVG or an old format never meets a decoder.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})

/** A written paper as it is to be kept: a PDF or a Word file, by its content. */
export async function checkPaper({ bytes }: GivenFile): Promise<CheckedFile> {
  if (bytes.length === 0) return { problem: 'That file is empty. Choose another one.' }
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const known = found && TYPES[found.mime]
  if (!known || (known.family !== 'paper' && known.family !== 'word'))
    return { problem: 'We cannot keep that kind of file as a paper. Choose a PDF or a Word file (.docx).' }
  const most = MOST[known.family]
  return bytes.length > most.bytes ? { problem: `${most.what}. Choose a smaller one.` } : { type: known.type, bytes }
}

/** What may be kept, as it is to be kept: pictures made anew, so that place, camera and anything hidden in them are gone. */
export async function checkFile(
  { bytes }: GivenFile,
  { isPaperAllowed }: { isPaperAllowed: boolean },
): Promise<CheckedFile> {
  if (bytes.length === 0) return { problem: 'That file is empty. Choose another one.' }
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const known = found && TYPES[found.mime]
  if (found?.mime === 'image/heic' || found?.mime === 'image/heif')
    return {
      problem:
        'That picture is in a form that only some phones can show (HEIC). Take a screenshot of it and choose that, or set the camera to “Most compatible”.',
    }
  if (!known || known.family === 'word' || (known.family === 'paper' && !isPaperAllowed))
    return {
      problem: `We cannot keep that kind of file. Choose a picture (JPEG, PNG or WebP), a sound clip (MP3, M4A or OGG) or a video (MP4, MOV or WebM)${isPaperAllowed ? ', or a PDF' : ''}.`,
    }
  const most = MOST[known.family]
  if (bytes.length > most.bytes) return { problem: `${most.what}. Choose a smaller or shorter one.` }
  if (known.family === 'picture') return makeAnew(bytes, known.type)
  return { type: known.type, bytes: known.family === 'paper' ? bytes : withoutPlace(bytes) }
}

async function makeAnew(bytes: Uint8Array, type: string): Promise<CheckedFile> {
  try {
    const picture = sharp(bytes, { limitInputPixels: 100_000_000, failOn: 'error' })
      .autoOrient()
      .resize({ width: LARGEST_SIDE, height: LARGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    const made =
      type === 'image/png'
        ? picture.png()
        : type === 'image/webp'
          ? picture.webp({ quality: 82 })
          : picture.jpeg({ quality: 82 })
    return { type, bytes: await made.toBuffer() }
  } catch {
    return { problem: 'That picture cannot be opened: it is damaged or far too large. Choose another one.' }
  }
}
