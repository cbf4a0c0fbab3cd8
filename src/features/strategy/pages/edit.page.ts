import { findMissing, type PartKind, STATEMENT_KINDS, type StrategyPart } from '../../../domain/strategy/strategy.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { fieldsOf } from '../../promises/index.ts'
import { pickVersion, readVersions, readWhole, type StandingVersion } from '../read-strategy.ts'
import { strategyPaths } from '../strategy.paths.ts'
import { beginVersion, writeVersion } from '../strategy.store.ts'
import { checkVersion, type FieldError, markOf, VERSION_FIELDS, type VersionTyped } from '../version.form.ts'
import { STATEMENT_TITLES } from './strategy.presenter.ts'

export const KIND_TITLES: Record<PartKind, string> = {
  contributor: 'Who took part',
  step: 'Steps before approval',
  principle: 'Our own principles',
  objective: 'Aims',
  benefit: 'What good it should do',
  wish: 'What we want for every child',
  area: 'Priorities',
  statement: 'Statements',
}

const EMPTY = Object.fromEntries(VERSION_FIELDS.map(({ name }) => [name, ''])) as VersionTyped

/** Begins the next version as the one before stands, or the first with its title alone. */
export async function showBegin(visit: Visit): Promise<Answer> {
  const before = await findBefore(visit)
  return before === 'draft' ? { redirect: strategyPaths.edit() } : begin(before, { typed: EMPTY, errors: [] })
}

export async function submitBegin(visit: Visit): Promise<Answer> {
  const before = await findBefore(visit)
  if (before === 'draft') return { redirect: strategyPaths.edit() }
  const { typed, errors, value } = checkVersion({ title: before?.title ?? '', ...visit.form })
  if (before !== null && typed.why.length < 10)
    errors.push({ field: 'why', text: 'Say in a sentence why there is a new version. You can write more later.' })
  if (errors.length > 0) return begin(before, { typed, errors })
  await visit.database.as(visit.actor, async (query) => {
    const texts = before === null ? value : { ...before, forewordOn: null, forewordBy: '', ...pickBegun(value) }
    const id = await beginVersion(query, visit.actor, texts, before)
    await recordTrace(query, visit.actor, { event: 'strategy version begun', detail: { version: id } })
  })
  return { redirect: strategyPaths.edit() }
}

const pickBegun = ({ title, period, why }: { title: string; period: string; why: string }) => ({ title, period, why })

/** One draft at a time: while there is one, it is written on. */
async function findBefore(visit: Visit): Promise<StandingVersion | null | 'draft'> {
  const versions = await readVersions(visit)
  return versions.some(({ state }) => state === 'draft') ? 'draft' : (versions[0] ?? null)
}

function begin(
  before: StandingVersion | null,
  { typed, errors }: { typed: VersionTyped; errors: FieldError[] },
): Answer {
  const shown = errors.length > 0 ? typed : { ...typed, title: before?.title ?? '' }
  const names = before === null ? ['title', 'period'] : ['title', 'period', 'why']
  return {
    template: 'features/strategy/pages/begin.njk',
    title: before === null ? 'Begin the strategy' : `Begin version ${before.number + 1}`,
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence:
        before === null
          ? 'Begin with the title; the rest is written piece by piece.'
          : `Version ${before.number + 1} begins as version ${before.number} stands, and you change what changes.`,
      lead: before === null ? '' : `Version ${before.number} stays as it was promised, for everybody to read.`,
      fields: presentFields(shown, errors, names),
      action: strategyPaths.begin(),
      button: 'Begin',
    },
    page: formPage(errors, { href: strategyPaths.now(), text: 'Our strategy' }),
  }
}

/** The whole draft on one page: what is missing, its texts, and its parts, each a page of its own. */
export async function showEdit(visit: Visit): Promise<Answer> {
  return edit(visit, null)
}

export async function submitEdit(visit: Visit): Promise<Answer> {
  const draft = await findDraft(visit)
  if (draft === null) return notFound
  const checked = checkVersion(visit.form)
  // Nobody's words are lost: what was kept meanwhile is shown beside what was typed, and sending again keeps the latter.
  if (visit.form.seen !== markOf(draft))
    checked.errors.push({
      field: 'theirs',
      text: 'Somebody else kept other texts since you opened this page. Take what you need of theirs into yours, and send it again.',
    })
  if (checked.errors.length > 0) return edit(visit, checked)
  const isWritten = await visit.database.as(visit.actor, async (query) => {
    const isWritten = await writeVersion(query, draft.id, checked.value)
    if (isWritten) await recordTrace(query, visit.actor, { event: 'strategy written', detail: { version: draft.id } })
    return isWritten
  })
  return isWritten ? { redirect: `${strategyPaths.edit()}?done=texts` } : notFound
}

export async function findDraft(visit: Visit): Promise<StandingVersion | null> {
  return (await readVersions(visit)).find(({ state }) => state === 'draft') ?? null
}

async function edit(visit: Visit, checked: { typed: VersionTyped; errors: FieldError[] } | null): Promise<Answer> {
  const draft = await findDraft(visit)
  if (draft === null) return pickVersion(await readVersions(visit)) ? { redirect: strategyPaths.now() } : notFound
  const { parts, joins } = await visit.database.as(visit.actor, (query) => readWhole(query, draft))
  const typed = checked?.typed ?? { ...draft, forewordOn: draft.forewordOn ?? '' }
  const missing = findMissing(draft, parts)
  const row = (part: StrategyPart) => {
    const count = joins.filter(({ partId }) => partId === part.id).length
    const canJoin = !['contributor', 'step', 'principle'].includes(part.kind)
    return {
      text: part.title,
      href: strategyPaths.part(part.id),
      note: canJoin ? (count === 0 ? 'joined to nothing yet' : `joined to ${count}`) : part.words,
    }
  }
  return {
    template: 'features/strategy/pages/edit.njk',
    title: `Write version ${draft.number}`,
    status: checked ? 422 : 200,
    model: {
      sentence:
        missing.length === 0
          ? `Version ${draft.number} is whole: a body can approve it.`
          : `Version ${draft.number} is a draft, and ${missing.length === 1 ? 'one thing is' : `${missing.length} things are`} missing.`,
      missing,
      fields: presentFields(
        typed,
        checked?.errors ?? [],
        VERSION_FIELDS.map(({ name }) => name).filter((name) => name !== 'why' || draft.number > 1),
      ),
      action: strategyPaths.edit(),
      seen: markOf(draft),
      theirs:
        checked?.errors.some(({ field }) => field === 'theirs') === true
          ? VERSION_FIELDS.filter(({ name }) => (draft[name] ?? '') !== checked.typed[name]).map(({ name, label }) => ({
              label,
              text: draft[name] ?? '',
            }))
          : [],
      approveHref: missing.length === 0 ? strategyPaths.approve() : '',
      areas: parts
        .filter(({ kind }) => kind === 'area')
        .map((area) => ({
          ...row(area),
          addHref: strategyPaths.newPart('statement', area.id),
          groups: STATEMENT_KINDS.map((kind) => ({
            title: STATEMENT_TITLES[kind],
            rows: parts.filter((part) => part.areaId === area.id && part.statementKind === kind).map(row),
          })).filter(({ rows }) => rows.length > 0),
        })),
      addArea: strategyPaths.newPart('area'),
      lists: (['objective', 'benefit', 'wish', 'principle', 'contributor', 'step'] as const).map((kind) => ({
        title: KIND_TITLES[kind],
        rows: parts.filter((part) => part.kind === kind).map(row),
        addHref: strategyPaths.newPart(kind),
      })),
    },
    page: {
      ...formPage(checked?.errors ?? [], { href: strategyPaths.now(), text: 'Our strategy' }),
      isNarrow: false,
      ...(!checked && visit.query.done ? { notice: { isSuccess: true, text: 'Kept.' } } : {}),
    },
  }
}

/** The fields named, each a line or a box of rows, with what was typed and its error. */
export function presentFields(typed: VersionTyped, errors: readonly FieldError[], names: readonly string[]) {
  const field = fieldsOf(errors)
  return VERSION_FIELDS.filter(({ name }) => names.includes(name)).map(({ name, label, hint, rows }) => ({
    ...field(name, typed[name], label, hint),
    ...(rows ? { rows } : {}),
  }))
}

export function formPage(errors: readonly FieldError[], back: { href: string; text: string }) {
  return {
    isNarrow: true,
    back,
    ...(errors.length > 0 ? { errors: errors.map(({ field, text }) => ({ text, href: `#${field}` })) } : {}),
  }
}
