import type { Measure } from '../measure.ts'
import { challengesByReviewingOfficers } from './challenges-by-reviewing-officers.ts'
import { firstReviewOnTime } from './first-review-on-time.ts'
import { independentVisitor } from './independent-visitor.ts'
import { joinedIn } from './joined-in.ts'
import { lifeStoryWork } from './life-story-work.ts'
import { offeredAnAdvocate } from './offered-an-advocate.ts'
import { planForPermanence } from './plan-for-permanence.ts'
import { reviewsOnTime } from './reviews-on-time.ts'
import { tookPartInReview } from './took-part-in-review.ts'
import { visitsOnTime } from './visits-on-time.ts'
import { visitsOutOfArea } from './visits-out-of-area.ts'

/** In the order shown. */
export const heardMeasures: readonly Measure[] = [
  planForPermanence,
  reviewsOnTime,
  firstReviewOnTime,
  tookPartInReview,
  visitsOnTime,
  visitsOutOfArea,
  challengesByReviewingOfficers,
  lifeStoryWork,
  offeredAnAdvocate,
  independentVisitor,
  joinedIn,
]
