import type { Actor, Database } from '../database/database.ts'
import type { Grant } from '../domain/access/roles.ts'
import type { IsoDate } from '../domain/shared/calendar-date.ts'
import type { Council } from '../shapes/person/council.store.ts'
import type { FileToSend } from './send-file.ts'

export type Right = `${Grant['resource']}:${Grant['action']}`

/** Who a session belongs to: one council, one person, what they may do today. */
export interface SignedIn {
  actor: Actor
  name: string
  title: string | null
  roles: string[]
  rights: ReadonlySet<string>
}

export interface UploadedFile {
  name: string
  bytes: Uint8Array
}

/** One request of one signed-in person, as a page sees it. */
export interface Visit {
  database: Database
  council: Council
  today: IsoDate
  person: SignedIn
  /** Shorthand for `person.actor`. */
  actor: Actor
  params: Record<string, string>
  query: Record<string, string>
  form: Record<string, string>
  files: UploadedFile[]
  /** Where kept files lie: for `keepFile`. */
  filesFolder: string
  /** Where this installation is reached: for an address that is taken elsewhere. */
  address: string
  can: (right: Right) => boolean
}

/** What a page answers with. `not found` is the same for what is not there and what is not yours. */
export type Answer =
  | { template: string; title: string; model: Record<string, unknown>; status?: number; page?: Partial<PageExtras> }
  | { redirect: string }
  | { notFound: true }
  | { file: FileToSend }
  | { download: { name: string; type: string; body: string | Uint8Array } }

/** The parts of the layout a page may set: see `src/web/templates/README.md`. */
export interface PageExtras {
  errors: { text: string; href: string }[]
  notice: { title?: string; text: string; isSuccess?: boolean }
  back: { href: string; text?: string }
  refreshSeconds: number
  isNarrow: boolean
}

/** A URL, who may come here, and what trace it leaves. The database refuses as well: this is the sign on the door. */
export interface Route {
  method: 'GET' | 'POST'
  path: string
  /** The right needed besides being signed in, or null where the rows decide. */
  needs: Right | null
  /** The audit event that the page writes, or null where nothing about a child or a change is shown. */
  trace: string | null
  handle: (visit: Visit) => Promise<Answer>
}

export const notFound: Answer = { notFound: true }
