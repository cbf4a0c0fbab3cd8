import { sayIssueCounts } from '../../domain/governance/issue-standing.ts'
import { addMonths } from '../../domain/shared/calendar-date.ts'
import type { Visit } from '../../web/route.ts'
import {
  governancePaths,
  listIssues,
  listOpenActionsOf,
  presentActionRow,
  presentIssueRow,
} from '../governance/index.ts'
import { readWatched } from './read-watched.ts'
import { listBrought, listWatched } from './watched.store.ts'

/** What a body has before it: the figures it watches, what it gave out to be done, and what was put to it. */
export async function readBodyWork(visit: Visit, bodyId: string) {
  const { today } = visit
  const { watched, actions, issues, brought } = await visit.database.as(visit.actor, async (query) => ({
    watched: await listWatched(query, bodyId),
    actions: await listOpenActionsOf(query, bodyId),
    issues: (await listIssues(query)).filter((issue) => issue.bodyId === bodyId || issue.firstBodyId === bodyId),
    brought: await listBrought(query, bodyId, addMonths(today, -12)),
  }))
  const here = issues.filter((issue) => issue.bodyId === bodyId)
  const up = issues.length - here.length
  return {
    watched,
    figures: await readWatched(visit, watched),
    actions: actions.map((action) => presentActionRow(action, today)),
    brought: brought.map(({ by, items, held }) => ({
      text: `${by[0]!.toUpperCase()}${by.slice(1)}`,
      note: `${items} ${items === 1 ? 'item' : 'items'} at ${held} ${held === 1 ? 'meeting' : 'meetings'}`,
    })),
    issues: {
      counts: [sayIssueCounts(here, today), up > 0 ? `${up} passed up` : ''].filter(Boolean).join('; '),
      rows: here.filter(({ state }) => state !== 'settled').map((issue) => presentIssueRow(issue, today)),
      raiseHref: `${governancePaths.raiseIssue()}?body=${bodyId}`,
      allHref: governancePaths.issues(),
    },
  }
}
