import { readInbox } from '../../../shapes/voice/view.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { bankHolidays } from '../../children/index.ts'
import { presentInbox } from './inbox.presenter.ts'

/** What children said to whoever is here: a list without a word of it. */
export async function showInbox(visit: Visit): Promise<Answer> {
  const views = await visit.database.as(visit.actor, readInbox)
  return {
    template: 'features/voices/pages/inbox.njk',
    title: 'Inbox',
    model: presentInbox(views, visit.today, bankHolidays),
  }
}
