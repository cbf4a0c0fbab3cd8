import type { Right, Route } from '../../web/route.ts'
import { showIssue, submitIssueDecision } from './issues/issue.page.ts'
import { showIssues, showRaiseIssue, submitRaiseIssue } from './issues/issues.page.ts'
import { minutesRoutes } from './minutes.routes.ts'
import { showChallenge, submitAnswer, submitVerdict } from './pages/challenge.page.ts'
import { showChallenges } from './pages/challenges.page.ts'
import { showDecision, showMinute, submitMinute, submitMinuteAction } from './pages/decision.page.ts'
import { showEditPaper, submitPaper } from './pages/edit-paper.page.ts'
import { showItem, showNewItem, submitItem, submitNewItem, submitNewPaper } from './pages/item.page.ts'
import { showMeeting, submitAgenda, submitHeld } from './pages/meeting.page.ts'
import { showMeetings } from './pages/meetings.page.ts'
import { downloadPdf, downloadWord, showPack, submitPack } from './pages/pack.page.ts'
import { showPaper } from './pages/paper.page.ts'
import { showRaise, submitRaise } from './pages/raise-challenge.page.ts'
import { showTakeover, submitTakeover } from './pages/takeover.page.ts'
import { showEffect, showViews, submitEffect, submitView } from './views/views.page.ts'

const read = (path: string, handle: Route['handle'], needs: Right = 'meetings:read'): Route => ({
  method: 'GET',
  path,
  needs,
  trace: null,
  handle,
})
const write = (path: string, trace: string, handle: Route['handle'], needs: Right = 'meetings:write'): Route => ({
  method: 'POST',
  path,
  needs,
  trace,
  handle,
})

export const governanceRoutes: Route[] = [
  ...minutesRoutes,
  read('/meetings', showMeetings),
  read('/meetings/:id', showMeeting),
  write('/meetings/:id/agenda', 'agenda published', submitAgenda),
  read('/meetings/:id/views', showViews),
  write('/meetings/:id/views', 'view minuted', submitView),
  read('/meetings/views/:id', showEffect, 'meetings:write'),
  write('/meetings/views/:id', 'view answered', submitEffect),
  read('/meetings/:id/takeover', showTakeover, 'meetings:write'),
  write('/meetings/:id/takeover', 'takeover set', submitTakeover),
  write('/meetings/:id/held', 'meeting held', submitHeld),
  write('/meetings/:id/pack', 'pack published', submitPack),
  read('/meetings/:id/pack', showPack),
  read('/meetings/:id/pack/pdf', downloadPdf),
  read('/meetings/:id/pack/word', downloadWord),
  read('/meetings/:id/items/new', showNewItem, 'meetings:write'),
  write('/meetings/:id/items/new', 'agenda item added', submitNewItem),
  read('/meetings/items/:id', showItem, 'meetings:write'),
  write('/meetings/items/:id', 'agenda item changed', submitItem),
  write('/meetings/items/:id/paper', 'paper begun', submitNewPaper),
  read('/meetings/items/:id/minute', showMinute, 'meetings:write'),
  write('/meetings/items/:id/minute', 'decision minuted', submitMinute),
  read('/meetings/papers/:id', showPaper),
  read('/meetings/papers/:id/edit', showEditPaper, 'meetings:write'),
  write('/meetings/papers/:id/edit', 'paper changed', submitPaper),
  read('/meetings/decisions/:id', showDecision),
  write('/meetings/decisions/:id/actions', 'action minuted', submitMinuteAction),
  read('/meetings/issues', showIssues),
  // Whoever reads meetings may put an issue to a body; whose decision it is, is a row.
  read('/meetings/issues/new', showRaiseIssue),
  write('/meetings/issues/new', 'issue raised', submitRaiseIssue, 'meetings:read'),
  read('/meetings/issues/:id', showIssue),
  write('/meetings/issues/:id/decide', 'issue decided', submitIssueDecision, 'meetings:read'),
  read('/challenges', showChallenges),
  read('/challenges/new', showRaise, 'challenges:write'),
  write('/challenges/new', 'challenge raised', submitRaise, 'challenges:write'),
  read('/challenges/:id', showChallenge),
  // Who may answer is a row: the one it was put to.
  write('/challenges/:id/answer', 'challenge answered', submitAnswer, 'meetings:read'),
  write('/challenges/:id/verdict', 'answer judged', submitVerdict, 'challenges:write'),
]
