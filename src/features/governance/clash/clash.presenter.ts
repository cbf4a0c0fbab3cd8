import type { Query } from '../../../database/database.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Answer } from '../../../web/route.ts'
import { compareWords, joinWords } from './compare-words.ts'
import { findVersion, listVersions, type SavedVersion, type VersionedKind } from './version.store.ts'

/** One field that two people changed: what both began from, what the first saved, and what the second typed. */
export interface ClashField {
  name: string
  label: string
  rows?: number
  /** A day or a number: joined it would be neither; what was typed stands in the box. */
  isWhole?: boolean
  base: string
  theirs: string
  mine: string
}

export interface Clash {
  /** The version that stands: who saved it, and when. */
  standing: SavedVersion
  fields: ClashField[]
  /** Everything else the form holds, the new version among it. */
  hidden: Record<string, string>
}

export interface ClashPage {
  action: string
  /** Where what the other saved can be read. */
  keepHref: string
  back: { href: string; text: string }
  /** What else was typed and is not saved yet. */
  unsaved?: Record<string, string>
}

/**
 * Nothing was overwritten: both texts, what each of them changed, and the two joined, to choose from. The form posts to where
 * it came from; "mine" stands beside each joined text, for `takeChoice`.
 */
export function answerClash(clashes: Clash[], { action, keepHref, back, unsaved = {} }: ClashPage): Answer {
  const fields = clashes.flatMap(({ standing, fields }) => fields.flatMap((field) => presentField(field, standing)))
  return {
    template: 'features/governance/clash/clash.njk',
    title: 'Two people changed this',
    status: 409,
    model: {
      sentence: 'Somebody else saved this while you were typing. Nothing is lost: choose what stays.',
      action,
      keepHref,
      fields,
      hidden: Object.entries(
        Object.assign({}, unsaved, ...clashes.map(({ hidden }) => hidden)) as Record<string, string>,
      ).map(([name, value]) => ({ name, value })),
    },
    page: { back },
  }
}

/** Only what the other changed is shown; it is to be chosen only where both changed it. */
function presentField({ name, label, rows, isWhole, base, theirs, mine }: ClashField, standing: SavedVersion) {
  if (theirs === mine || theirs === base) return []
  const joined = isWhole ? mine : joinWords(base, theirs, mine)
  return [
    {
      name,
      label,
      rows: rows ?? 2,
      saved: `${standing.savedBy ?? 'Somebody else'} saved this at ${standing.savedTime} on ${sayDate(standing.savedOn)}`,
      theirs: compareWords(base, theirs),
      mine: compareWords(base, mine),
      mineText: mine === base ? theirs : mine,
      joined: mine === base ? theirs : joined,
      isBoth: mine !== base,
    },
  ]
}

/** What two people changed of one row: each field of the form with its column and what was typed. */
export async function readClash(
  query: Query,
  kind: VersionedKind,
  ref: string,
  from: number,
  fields: Record<string, { column: string; label: string; mine: string; rows?: number; isWhole?: boolean }>,
): Promise<Clash> {
  const began = await findVersion(query, kind, ref, from)
  const standing = (await listVersions(query, kind, ref))[0]!
  const text = (version: SavedVersion | null, column: string) => String(version?.words[column] ?? '')
  return {
    standing,
    fields: Object.entries(fields).map(([name, { column, ...field }]) => ({
      ...field,
      name,
      base: text(began, column),
      theirs: text(standing, column),
    })),
    hidden: {
      ...Object.fromEntries(Object.entries(fields).map(([name, { mine }]) => [name, mine])),
      version: String(standing.version),
    },
  }
}

/** "Keep mine": what was typed takes the place of the joined text. */
export function takeChoice(form: Record<string, string>): Record<string, string> {
  if (form.choice !== 'mine') return form
  const mine = Object.entries(form)
    .filter(([name]) => name.startsWith('mine.'))
    .map(([name, value]) => [name.slice('mine.'.length), value])
  return { ...form, ...Object.fromEntries(mine) }
}
