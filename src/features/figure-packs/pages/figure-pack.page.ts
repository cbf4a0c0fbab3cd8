import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { presentFigures } from '../../governance/index.ts'
import { type Edition, type FigurePack, findCheck, findEdition, findPack } from '../figure-pack.store.ts'
import { paths } from '../figure-packs.paths.ts'
import { FILE_KINDS, isFileKind, writeFile } from '../files/write-files.ts'
import { sayAudience } from '../make-content.ts'
import { pillOf, stateOf } from './figure-packs.page.ts'
import { presentCheck } from './pack-check.presenter.ts'
import { listActions } from './pack-step.page.ts'

/** A pack as its reader sees it, and for officers what was found in the check and what may be done next. */
export async function showFigurePack(visit: Visit, faults: string[] = []): Promise<Answer> {
  const isOfficer = visit.can('true figures:read')
  const found = await visit.database.as(visit.actor, async (query) => {
    const pack = await findPack(query, visit.params.id ?? '')
    if (pack === null) return null
    return {
      pack,
      edition: await findEdition(query, pack.id),
      check: isOfficer ? await findCheck(query, pack.id) : null,
    }
  })
  if (found === null) return notFound
  const { pack, edition, check } = found
  const state = stateOf(pack)
  return {
    template: 'features/figure-packs/pages/figure-pack.njk',
    title: pack.title,
    status: faults.length > 0 ? 422 : 200,
    model: {
      title: pack.title,
      lead: `For ${sayAudience(pack.audience)}, as at ${sayDate(pack.asAt)}.`,
      pill: pillOf(pack),
      history: sayHistory(pack),
      isOfficer,
      actions: isOfficer ? listActions(visit, pack) : [],
      editHref:
        isOfficer && visit.can('true figures:write') && ['draft', 'cannot be published'].includes(state)
          ? paths.editPack(pack.id)
          : '',
      check: check && presentCheck(check, pack),
      content: edition && presentEdition(edition),
      files: edition
        ? Object.entries(FILE_KINDS).map(([kind, { title }]) => ({
            href: paths.file(pack.id, kind),
            text: title,
            hash: edition.files[kind as keyof typeof FILE_KINDS].slice(0, 12),
          }))
        : [],
    },
    page: {
      back: { href: paths.packs(), text: 'Packs of figures' },
      ...(faults.length > 0 && { errors: faults.map((text) => ({ text, href: '#next' })) }),
    },
  }
}

export function presentEdition({ content }: Edition) {
  return {
    checks: content.checks,
    sections: content.sections.map((section) => ({
      title: section.title,
      id: `part-${section.number}`,
      plain: section.plain,
      // A chart brings its own table: bars need no second one, and beside a line the bases are told.
      figures: presentFigures(section.figures).map((figure, at) => ({
        ...figure,
        table:
          section.figures[at]!.picture?.kind === 'bars'
            ? false
            : { ...figure.table, ...(figure.chart && { note: '' }) },
      })),
    })),
  }
}

function sayHistory({ madeByName, madeOn, steps }: FigurePack): string[] {
  return [
    `Made by ${madeByName} on ${sayDate(madeOn)}.`,
    ...steps.map(
      ({ step, by, on, reason }) =>
        `${step.charAt(0).toUpperCase()}${step.slice(1)} by ${by} on ${sayDate(on)}${reason ? `: ${reason}` : ''}.`,
    ),
  ]
}

export async function downloadPackFile(visit: Visit): Promise<Answer> {
  const { id = '', kind = '' } = visit.params
  if (!isFileKind(kind)) return notFound
  const found = await visit.database.as(visit.actor, async (query) => ({
    pack: await findPack(query, id),
    edition: await findEdition(query, id),
  }))
  if (found.pack === null || found.edition === null) return notFound
  const name = `figures-${found.pack.audience.replaceAll(' ', '-')}-${found.pack.asAt}.${kind}`
  return { download: { name, type: FILE_KINDS[kind].type, body: await writeFile(found.edition.content, kind) } }
}
