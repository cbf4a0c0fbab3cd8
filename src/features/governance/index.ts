export { type Challenge, listChallenges, listSeats as listMySeats } from './challenge.store.ts'
export { type ChallengeTold, listChallengesTold } from './challenge-told.store.ts'
export { answerClash, type ClashField, takeChoice } from './clash/clash.presenter.ts'
export { addExpected, copyMeeting, type ExpectedPaper } from './copy-meeting.command.ts'
export { listDecisionsOf } from './decision.store.ts'
export { paths as governancePaths } from './governance.paths.ts'
export { governanceRoutes } from './governance.routes.ts'
export { type ImpactOfPaper, listImpactOfPapers } from './impact-of-papers.store.ts'
export { presentIssueRow } from './issues/issue.presenter.ts'
export { listIssues } from './issues/issue.store.ts'
export { type ActionGaps, readActionGaps } from './live-subject.ts'
export {
  addMeeting,
  findMeeting,
  listComingItems,
  listItems,
  listMeetings,
  type Meeting,
  type NewMeeting,
} from './meeting.store.ts'
export { listOpenActionsOf } from './minutes/action.store.ts'
export { listNameErrors } from './names/find-names.ts'
export { setFigure, setPack } from './pack/set-pack.ts'
export { readPackFor, writePackFile } from './pack/write-pack-file.ts'
export { presentChallengeRow, sayChallenges } from './pages/challenges.page.ts'
export { presentFigures } from './pages/draw-figure.ts'
export { presentAgendaRow, startReading } from './pages/meeting.presenter.ts'
export { presentActionRow } from './pages/present-action.ts'
export { listPapers } from './paper.store.ts'
export { type BoardHome, readAskedOf, readBoardHome } from './read-board-home.ts'
export { countViews } from './views/view.store.ts'
