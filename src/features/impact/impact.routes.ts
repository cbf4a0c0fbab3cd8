import type { Right, Route } from '../../web/route.ts'
import { submitPass, submitReply } from './pages/comment.page.ts'
import { showDocuments, submitDocument, submitEndDocument, submitEndWord, submitWord } from './pages/documents.page.ts'
import { showNewPlan, showPlan, submitEndPlan, submitNewPlan, submitPlan } from './pages/edit-plan.page.ts'
import { downloadGuidance, showGuidance } from './pages/guidance.page.ts'
import { showAnswerAgain, showNewPaper, submitAnswerAgain, submitNewPaper } from './pages/new-paper.page.ts'
import { showOurs, showOursOne, submitOurs, submitTakeBack } from './pages/our-say.page.ts'
import { showPaper } from './pages/paper.page.ts'
import { downloadPlans, showPlans } from './pages/plans.page.ts'
import { downloadRegister, showRegister } from './pages/register.page.ts'
import { submitOpening, submitReview } from './pages/review.page.ts'

const read = (path: string, handle: Route['handle'], needs: Right | null = 'impact:read'): Route => ({
  method: 'GET',
  path,
  needs,
  trace: null,
  handle,
})
const write = (path: string, trace: string, handle: Route['handle'], needs: Right | null = 'impact:read'): Route => ({
  method: 'POST',
  path,
  needs,
  trace,
  handle,
})
/** What a young person says stands in their own rows, never in the common trace. */
const OWN_ROWS = 'kept with what was said'

export const impactRoutes: Route[] = [
  read('/impact', showRegister),
  read('/impact/register.csv', downloadRegister),
  read('/impact/guidance', showGuidance),
  read('/impact/guidance/:kind', downloadGuidance),
  read('/impact/new', showNewPaper),
  write('/impact/new', 'impact answered', submitNewPaper),
  read('/impact/plans', showPlans),
  read('/impact/plans.csv', downloadPlans),
  read('/impact/plans/new', showNewPlan, 'plan:write'),
  write('/impact/plans/new', 'plan checked', submitNewPlan, 'plan:write'),
  read('/impact/plans/:id', showPlan, 'plan:write'),
  write('/impact/plans/:id', 'plan checked', submitPlan, 'plan:write'),
  write('/impact/plans/:id/end', 'plan taken off the check', submitEndPlan, 'plan:write'),
  // Who passes words on and who answers back is a row: never the paper's author for the first, its author or a lead for the second.
  write('/impact/comments/:commentId', 'impact comment passed', submitPass),
  write('/impact/comments/:commentId/reply', 'impact comment replied', submitReply),
  read('/impact/:id', showPaper),
  read('/impact/:id/answer', showAnswerAgain),
  write('/impact/:id/answer', 'impact answered', submitAnswerAgain),
  write('/impact/:id/review', 'impact reviewed', submitReview, 'impact:write'),
  write('/impact/:id/open', 'impact opened', submitOpening),
  // Everybody reads them; the strategy's keeper keeps them.
  read('/documents', showDocuments, null),
  write('/documents', 'document entered', submitDocument, 'plan:write'),
  write('/documents/words', 'word explained', submitWord, 'plan:write'),
  write('/documents/:id/end', 'document taken off', submitEndDocument, 'plan:write'),
  write('/documents/words/:id/end', 'word taken off', submitEndWord, 'plan:write'),
  // For a child, a care leaver, or one who speaks for others: what was opened to them.
  read('/our-say', showOurs, null),
  read('/our-say/:id', showOursOne, null),
  write('/our-say/:id', OWN_ROWS, submitOurs, null),
  write('/our-say/comments/:commentId/back', OWN_ROWS, submitTakeBack, null),
]
