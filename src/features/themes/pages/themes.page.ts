import { listThemes } from '../../../shapes/voice/theme.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { paths } from '../themes.paths.ts'
import { presentThemes } from './themes.presenter.ts'

export async function showThemes(visit: Visit): Promise<Answer> {
  const themes = await visit.database.as(visit.actor, listThemes)
  return {
    template: 'features/themes/pages/themes.njk',
    title: 'What children say',
    model: presentThemes(themes, visit.can('themes:write') ? paths.begin() : ''),
  }
}
