import { sayIssueCounts } from '../../domain/governance/issue-standing.ts'
import { addMonths } from '../../domain/shared/calendar-date.ts'
import type { Visit } from '../../web/route.ts'
import {
  countViews,
  governancePaths,
  listIssues,
  listOpenActionsOf,
  presentActionRow,
  presentIssueRow,
} from '../governance/index.ts'
import type { Body } from './body.store.ts'
import { readWatched } from './read-watched.ts'
import { listBrought, listWatched } from './watched.store.ts'

/** What a body has before it: the figures it watches, what it gave out to be done, and what was put to it. */
export async function readBodyWork(visit: Visit, { id: bodyId, kind }: Pick<Body, 'id' | 'kind'>) {
  const { today } = visit
  const { watched, actions, issues, views, brought } = await visit.database.as(visit.actor, async (query) => ({
    watched: await listWatched(query, bodyId),
    actions: await listOpenActionsOf(query, bodyId),
    issues: (await listIssues(query)).filter((issue) => issue.bodyId === bodyId || issue.firstBodyId === bodyId),
    views: await countViews(query, bodyId, addMonths(today, -12)),
    brought: await listBrought(query, bodyId, addMonths(today, -12)),
  }))
  const here = issues.filter((issue) => issue.bodyId === bodyId)
  const up = issues.length - here.length
  return {
    watched,
    figures: await readWatched(visit, watched),
    actions: actions.map((action) => presentActionRow(action, today)),
    said: sayRaised(views),
    brought: brought.map(({ by, items, held }) => ({
      text: `${by[0]!.toUpperCase()}${by.slice(1)}`,
      note: `${items} ${items === 1 ? 'item' : 'items'} at ${held} ${held === 1 ? 'meeting' : 'meetings'}`,
    })),
    issues: {
      counts: [sayIssueCounts(here, today), up > 0 ? `${up} passed up` : ''].filter(Boolean).join('; '),
      rows: here.filter(({ state }) => state !== 'settled').map((issue) => presentIssueRow(issue, today)),
      // Young people's own meetings are asked nothing of this kind.
      raiseHref: kind === 'young people' ? '' : `${governancePaths.raiseIssue()}?body=${bodyId}`,
      allHref: governancePaths.issues(),
    },
  }
}

/** Both ways: what young people raised and what came of it, and what they were asked. */
function sayRaised({ raised, shaped, refused, asked, meetings }: Awaited<ReturnType<typeof countViews>>): string {
  if (raised + asked === 0) return ''
  const things = (count: number) => (count === 1 ? 'one thing' : `${count} things`)
  const waits = raised - shaped - refused
  return [
    `At ${meetings === 1 ? 'one meeting' : `${meetings} meetings`} in the last twelve months young people raised ${things(raised)}:`,
    [
      `${shaped} shaped something`,
      refused ? `${refused} did not, with a reason` : '',
      waits ? `of ${waits} nobody has said yet what came` : '',
    ]
      .filter(Boolean)
      .join(', '),
    asked ? `and were asked ${things(asked)}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
    .replace(/([^.])$/, '$1.')
}
