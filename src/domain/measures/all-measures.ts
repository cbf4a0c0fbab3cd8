import type { IsoDate } from '../shared/calendar-date.ts'
import { atUniversity } from './after-care/at-university.ts'
import { documentsBy16 } from './after-care/documents-by-16.ts'
import { inASuitableHome } from './after-care/in-a-suitable-home.ts'
import { inAnApprenticeship } from './after-care/in-an-apprenticeship.ts'
import { inTouch } from './after-care/in-touch.ts'
import { inWorkOrLearning } from './after-care/in-work-or-learning.ts'
import { notInWorkOrLearning } from './after-care/not-in-work-or-learning.ts'
import { papersAt17 } from './after-care/papers-at-17.ts'
import { stayedPut } from './after-care/stayed-put.ts'
import { whomWeSupport } from './after-care/whom-we-support.ts'
import type { ChildRecord, CouncilFacts } from './child-record.ts'
import { averageScore } from './health/average-score.ts'
import { developmentChecks } from './health/development-checks.ts'
import { drugsOrAlcohol } from './health/drugs-or-alcohol.ts'
import { hadHelpForIt } from './health/had-help-for-it.ts'
import { jabsUpToDate } from './health/jabs-up-to-date.ts'
import { scoreKnown } from './health/score-known.ts'
import { scoreOfConcern } from './health/score-of-concern.ts'
import { seenADentist } from './health/seen-a-dentist.ts'
import { yearlyHealthCheck } from './health/yearly-health-check.ts'
import { firstReviewOnTime } from './heard/first-review-on-time.ts'
import { reviewsOnTime } from './heard/reviews-on-time.ts'
import { tookPartInReview } from './heard/took-part-in-review.ts'
import { endedUnplanned } from './homes/ended-unplanned.ts'
import { farAndOutside } from './homes/far-and-outside.ts'
import { kindOfHome } from './homes/kind-of-home.ts'
import { outsideOurArea } from './homes/outside-our-area.ts'
import { settledForTwoYears } from './homes/settled-for-two-years.ts'
import { threeHomesInTwoYears } from './homes/three-homes-in-two-years.ts'
import { threeOrMoreHomes } from './homes/three-or-more-homes.ts'
import { threeOrMoreWorkers } from './homes/three-or-more-workers.ts'
import { whyTheyMoved } from './homes/why-they-moved.ts'
import { withFamilyAndFriends } from './homes/with-family-and-friends.ts'
import { withOurOwnCarers } from './homes/with-our-own-carers.ts'
import { within20Miles } from './homes/within-20-miles.ts'
import { ageBands } from './in-care/age-bands.ts'
import { aloneInThisCountry } from './in-care/alone-in-this-country.ts'
import { boysAndGirls } from './in-care/boys-and-girls.ts'
import { cameBack } from './in-care/came-back.ts'
import { childrenInCare } from './in-care/children-in-care.ts'
import { childrenInCareRate } from './in-care/children-in-care-rate.ts'
import { childrenWhoCame } from './in-care/children-who-came.ts'
import { childrenWhoLeft } from './in-care/children-who-left.ts'
import { ethnicity } from './in-care/ethnicity.ts'
import { legalStatus } from './in-care/legal-status.ts'
import { whyTheyCame } from './in-care/why-they-came.ts'
import { whyTheyLeft } from './in-care/why-they-left.ts'
import type { Measure, MeasureResult } from './measure.ts'
import { adopted } from './permanence/adopted.ts'
import { careToNewFamily } from './permanence/care-to-new-family.ts'
import { courtToMatch } from './permanence/court-to-match.ts'
import { newFamilyInTime } from './permanence/new-family-in-time.ts'
import { placedInAYear } from './permanence/placed-in-a-year.ts'
import { planNoLongerAdoption } from './permanence/plan-no-longer-adoption.ts'
import { specialGuardians } from './permanence/special-guardians.ts'
import { awayWithoutPermission } from './safe/away-without-permission.ts'
import { inTroubleWithTheLaw } from './safe/in-trouble-with-the-law.ts'
import { wentMissing } from './safe/went-missing.ts'

/**
 * In the order shown: rule 40, those that children asked for come first; then theme by theme. A new measure is a file and
 * a line here.
 */
export const allMeasures: readonly Measure[] = [
  // Asked for by children
  threeOrMoreHomes,
  outsideOurArea,
  within20Miles,
  threeOrMoreWorkers,
  // In care
  childrenInCare,
  childrenInCareRate,
  childrenWhoCame,
  childrenWhoLeft,
  aloneInThisCountry,
  ageBands,
  boysAndGirls,
  ethnicity,
  legalStatus,
  whyTheyCame,
  cameBack,
  whyTheyLeft,
  // Homes
  kindOfHome,
  withOurOwnCarers,
  withFamilyAndFriends,
  settledForTwoYears,
  threeHomesInTwoYears,
  farAndOutside,
  endedUnplanned,
  whyTheyMoved,
  // Heard
  reviewsOnTime,
  firstReviewOnTime,
  tookPartInReview,
  // Health
  yearlyHealthCheck,
  seenADentist,
  jabsUpToDate,
  developmentChecks,
  scoreKnown,
  averageScore,
  scoreOfConcern,
  drugsOrAlcohol,
  hadHelpForIt,
  // Safe
  wentMissing,
  awayWithoutPermission,
  inTroubleWithTheLaw,
  // Permanence
  adopted,
  careToNewFamily,
  courtToMatch,
  newFamilyInTime,
  specialGuardians,
  placedInAYear,
  planNoLongerAdoption,
  // After care
  whomWeSupport,
  inTouch,
  inASuitableHome,
  inWorkOrLearning,
  notInWorkOrLearning,
  atUniversity,
  inAnApprenticeship,
  stayedPut,
  papersAt17,
  documentsBy16,
]

const byId = new Map(allMeasures.map((measure) => [measure.id.toUpperCase(), measure]))

export function findMeasure(id: string): Measure | null {
  return byId.get(id.toUpperCase()) ?? null
}

export function computeAll(records: readonly ChildRecord[], council: CouncilFacts, asAt: IsoDate): MeasureResult[] {
  return allMeasures.map((measure) => measure.compute(records, council, asAt))
}
