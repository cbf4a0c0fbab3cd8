import type { Query } from '../../database/database.ts'
import { sayDate } from '../../domain/shared/calendar-date.ts'
import { lastLateDay, needsSomebody, viewStanding } from '../../domain/voice/view-standing.ts'
import { listCovers } from '../../shapes/voice/cover.store.ts'
import { listLateTellings, readInbox } from '../../shapes/voice/view.store.ts'
import type { Visit } from '../../web/route.ts'
import { bankHolidays } from '../children/index.ts'
import { presentInboxRow } from './pages/inbox.presenter.ts'

const ORDER = ['to answer', 'still open', 'to tell']

/** For the first screen: what waits in the inbox, for whom I read, and whether nobody reads for me. */
export async function readInboxRows(query: Query, { actor, today, person }: Visit) {
  const open = (await readInbox(query)).filter((view) => needsSomebody(viewStanding(view)))
  open.sort((a, b) => ORDER.indexOf(viewStanding(a)) - ORDER.indexOf(viewStanding(b)))
  const covers = (await listCovers(query, actor.personId)).filter(({ startsOn }) => startsOn <= today)
  const isManager = ['team_manager', 'service_manager'].some((role) => person.roles.includes(role))
  const late = isManager ? await listLateTellings(query, lastLateDay(today, bankHolidays)) : []
  return {
    late: late.map(
      ({ name, tellings }) =>
        `${name} has written hard news for ${tellings === 1 ? 'a child' : `children, ${tellings} times,`} and has not told them yet. Ask what would help.`,
    ),
    rows: open.map((view) => presentInboxRow(view, today, bankHolidays)),
    cover: covers
      .filter(({ coverId, endsOn }) => coverId === actor.personId && endsOn !== null)
      .map(({ forName, endsOn }) => `You read for ${forName} until ${sayDate(endsOn!)}.`),
    isCoverMissing: !covers.some(({ forId }) => forId === actor.personId),
  }
}
