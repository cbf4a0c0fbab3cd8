import type { Query } from '../../database/database.ts'
import type { TextLevel } from '../../domain/own/text-level.ts'
import { listFilesOf, type StoredFile } from '../../shapes/file/file.store.ts'
import { isDoorOpen } from '../../shapes/voice/door.store.ts'
import { type Draft, findDraft } from '../../shapes/voice/draft.store.ts'
import { type PossibleReader, readMyAdults, readMyReaders } from '../../shapes/voice/view.store.ts'
import type { Answer, Visit } from '../../web/route.ts'
import { paths } from './own-pages.paths.ts'
import { type MyPerson, readMyPeople } from './people.store.ts'
import { asYoung } from './young-visit.ts'

/** To whom it goes: somebody chosen with their cover, or past an adult it is about. */
export type Towards =
  | { kind: 'person'; reader: PossibleReader }
  | { kind: 'about'; adult: { personId: string; name: string } }

/** Everything a step of saying something stands on, read anew at every step. */
export interface Saying {
  level: TextLevel
  id: string | null
  draft: Draft
  readers: PossibleReader[]
  adults: { personId: string; name: string }[]
  people: MyPerson[]
  files: StoredFile[]
  towards: Towards | null
  /** Whether who reads it was shown, as it is now, before anything is written (rule 6). */
  isTold: boolean
}

export async function readSaying(query: Query, level: TextLevel): Promise<Saying> {
  const isOpen = await isDoorOpen(query)
  const begun = await findDraft(query)
  const draft = begun?.draft ?? {}
  const readers = isOpen ? await readMyReaders(query) : []
  const adults = isOpen ? await readMyAdults(query) : []
  const reader = readers.find(({ personId }) => personId === draft.to)
  const adult = adults.find(({ personId }) => personId === draft.about)
  const towards: Towards | null = reader ? { kind: 'person', reader } : adult ? { kind: 'about', adult } : null
  return {
    level,
    id: begun?.id ?? null,
    draft,
    readers,
    adults,
    people: await readMyPeople(query),
    files: begun ? await listFilesOf(query, { kind: 'view', ref: begun.id }) : [],
    towards,
    isTold: towards !== null && draft.told === toldOf(towards),
  }
}

/** What the child was told of: another cover than then is told of anew. */
export function toldOf(towards: Towards): string {
  return towards.kind === 'person'
    ? `${towards.reader.personId} ${towards.reader.coverId}`
    : `about ${towards.adult.personId}`
}

export function asSaying(
  visit: Visit,
  work: (saying: Saying) => Promise<Answer>,
  { isBeforeTold = false } = {},
): Promise<Answer> {
  return asYoung(visit, async ({ level }) => {
    const saying = await visit.database.as(visit.actor, (query) => readSaying(query, level))
    if (!isBeforeTold && saying.towards === null) return { redirect: paths.say() }
    if (!isBeforeTold && !saying.isTold) return { redirect: `${paths.sayBefore()}?changed=1` }
    return work(saying)
  })
}
