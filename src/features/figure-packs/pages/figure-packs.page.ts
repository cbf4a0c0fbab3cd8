import { type PackState, packState } from '../../../domain/figure-pack/pack-state.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { type FigurePack, listPacks } from '../figure-pack.store.ts'
import { paths } from '../figure-packs.paths.ts'
import { sayAudience } from '../make-content.ts'

/** Packs of figures: those that are out for everybody who reads figures, those on their way for those with true ones. */
export async function showFigurePacks(visit: Visit): Promise<Answer> {
  const packs = await visit.database.as(visit.actor, (query) => listPacks(query))
  const rows = packs.map(presentRow)
  const out = packs.filter((pack) => stateOf(pack) === 'published').length
  const mayMake = visit.can('true figures:write')
  return {
    template: 'features/figure-packs/pages/figure-packs.njk',
    title: 'Packs of figures',
    model: {
      sentence:
        out === 0
          ? 'No pack of figures is out yet.'
          : `${out} ${out === 1 ? 'pack of figures is' : 'packs of figures are'} out.`,
      lead: 'Each was checked as a whole and against those before it, so that no hidden number can be worked out.',
      rows,
      addHref: '',
      newHref: mayMake ? paths.newPack() : '',
      quotedHref: visit.can('true figures:read') ? paths.quoted() : '',
    },
    page: { back: { href: '/figures', text: 'Figures' } },
  }
}

const PILLS: Record<PackState, { state: string; text: string }> = {
  draft: { state: 'unknown', text: 'not checked' },
  checked: { state: 'on-the-way', text: 'waits for approval' },
  'cannot be published': { state: 'cannot', text: 'cannot be published' },
  approved: { state: 'on-the-way', text: 'approved' },
  published: { state: 'kept', text: 'published' },
  withdrawn: { state: 'not-kept', text: 'withdrawn' },
}

export function stateOf(pack: FigurePack): PackState {
  return packState({ ...pack, steps: pack.steps.map(({ step }) => step) })
}

export function pillOf(pack: FigurePack) {
  return PILLS[stateOf(pack)]
}

function presentRow(pack: FigurePack) {
  return {
    text: pack.title,
    href: paths.pack(pack.id),
    note: `For ${sayAudience(pack.audience)}, as at ${sayDate(pack.asAt)}`,
    pill: pillOf(pack),
  }
}
