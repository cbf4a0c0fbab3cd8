import { roles } from '../../../domain/access/roles.ts'
import { listThemes } from '../../../shapes/voice/theme.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { readBoardHome } from '../../governance/index.ts'
import { presentVoiceHome } from './voice-home.presenter.ts'

/** The first screen of the participation officer. */
export async function showVoiceHome(visit: Visit): Promise<Answer> {
  const facts = await visit.database.as(visit.actor, async (query) => ({
    themes: await listThemes(query),
    board: await readBoardHome(query, visit.today),
    purpose: roles.participation_officer.purpose,
  }))
  return {
    template: 'features/home/pages/office-home.njk',
    title: 'Home',
    model: { ...presentVoiceHome(facts, visit.today) },
  }
}
