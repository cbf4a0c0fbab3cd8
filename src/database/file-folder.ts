import { createHash } from 'node:crypto'
import { appendFile, chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the bytes of files lie. The row in `stored_file` decides who reaches them; here is no right to anything. */
export function pathOfFile(folder: string, name: string): string {
  if (!/^[0-9a-f]{32}$/.test(name)) throw new Error('A stored file has a random name, and only that.')
  return join(folder, name)
}

/** Whole or not at all: written beside its place, then moved there. For the owner of the process alone. */
export async function writeStoredFile(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const path = pathOfFile(folder, name)
  await makeFileFolder(folder)
  await writeFile(`${path}.unfinished`, bytes, { mode: 0o600 })
  await rename(`${path}.unfinished`, path)
}

/** Throws ENOENT where the bytes are gone. */
export function readStoredFile(folder: string, name: string): Promise<Buffer> {
  return readFile(pathOfFile(folder, name))
}

/** Nothing is said where it is gone already. */
export async function removeStoredFile(folder: string, name: string): Promise<void> {
  await rm(pathOfFile(folder, name), { force: true })
}

export function hashOfFile(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function makeFileFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
}

/** The files of a backup, beside their folder until the whole backup is seen to be true. */
export class RestoredFiles {
  readonly #folder: string
  readonly #waiting: string
  readonly #names = new Set<string>()
  readonly #lost = new Set<string>()

  constructor(folder: string) {
    this.#folder = folder
    this.#waiting = `${folder}.unfinished`
  }

  async begin(): Promise<void> {
    await rm(this.#waiting, { recursive: true, force: true })
  }

  async add(name: string, parts: string[]): Promise<void> {
    await makeFileFolder(this.#waiting)
    this.#names.add(name)
    for (const part of parts)
      await appendFile(pathOfFile(this.#waiting, name), Buffer.from(JSON.parse(part) as string, 'base64'), {
        mode: 0o600,
      })
  }

  /** It was gone when the backup was written: the backup says so, and its row stays. */
  addLost(name: string): void {
    this.#lost.add(name)
  }

  /** Throws where a file is missing, too much, or not the one its row tells of. */
  async keep(rows: { name: string; sha256: string }[]): Promise<void> {
    for (const { name, sha256 } of rows) {
      if (this.#lost.has(name)) continue
      if (!this.#names.delete(name)) throw new Error('The backup is damaged: a picture or paper is missing from it.')
      if (hashOfFile(await readStoredFile(this.#waiting, name)) !== sha256)
        throw new Error('The backup is damaged: a picture or paper in it was changed.')
    }
    if (this.#names.size > 0) throw new Error('The backup is damaged: it holds a file that belongs to nothing.')
    if (rows.every(({ name }) => this.#lost.has(name))) return
    await makeFileFolder(this.#folder)
    for (const name of await readdir(this.#waiting)) await rename(join(this.#waiting, name), join(this.#folder, name))
  }

  async end(): Promise<void> {
    await rm(this.#waiting, { recursive: true, force: true })
  }
}
