import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { ReturnFile } from '../../../domain/ssda903/return.ts'

/** A file on its way in, read whole or in pieces: the whole country's postcodes are more than a gigabyte. */
export interface IncomingFile {
  name: string
  group?: string
  size: number
  /** Its first thousands of bytes, as they are. */
  head: Uint8Array
  readAll: () => Uint8Array
  open: () => Readable
}

/** The national directory needs its first line only; ours are wider than any of its editions. */
const HEAD = 64 * 1024
const PIECE = 256 * 1024

export function fromBytes(file: ReturnFile): IncomingFile {
  const { name, group, bytes } = file
  return {
    name,
    ...(group === undefined ? {} : { group }),
    size: bytes.length,
    head: bytes.subarray(0, HEAD),
    readAll: () => bytes,
    open: () => Readable.from(piecesOf(bytes)),
  }
}

/** For commands: nothing but the head is read until somebody asks. */
export function fromDisk(path: string, group?: string): IncomingFile {
  return {
    name: basename(path),
    ...(group === undefined ? {} : { group }),
    size: statSync(path).size,
    head: readHead(path),
    readAll: () => readFileSync(path),
    open: () => createReadStream(path, { highWaterMark: PIECE }),
  }
}

export function isCompressed({ head }: IncomingFile): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

const LONGEST_LINE = 1024 * 1024

/**
 * The lines of a file, unpacked where it is compressed, some thousands at a time. Throws where it is cut off or damaged,
 * or has a line that no table has.
 */
export async function* readLines(file: IncomingFile): AsyncGenerator<string[]> {
  const source = file.open()
  const unpacked = isCompressed(file) ? pipeline(source, createGunzip({ chunkSize: PIECE }), () => {}) : source
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  for await (const piece of unpacked as AsyncIterable<Uint8Array>) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop()!
    if (rest.length > LONGEST_LINE) throw new Error('A line is far too long for a table.')
    yield lines.map(withoutReturn)
  }
  const last = rest + decoder.decode()
  if (last !== '') yield [withoutReturn(last)]
}

/** The first line, or null where there is none that can be read. */
export async function readFirstLine(file: IncomingFile): Promise<string | null> {
  try {
    for await (const lines of readLines(file)) if (lines.length > 0) return lines[0]!
    return null
  } catch {
    return null
  }
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}

function readHead(path: string): Uint8Array {
  const bytes = new Uint8Array(HEAD)
  const handle = openSync(path, 'r')
  try {
    return bytes.subarray(0, readSync(handle, bytes, 0, HEAD, 0))
  } finally {
    closeSync(handle)
  }
}
