import type { Measure } from '../measure.ts'
import { changedSchool } from './changed-school.ts'
import { changesOfReviewingOfficer } from './changes-of-reviewing-officer.ts'
import { endedUnplanned } from './ended-unplanned.ts'
import { farAndOutside } from './far-and-outside.ts'
import { kindOfHome } from './kind-of-home.ts'
import { nearTheCentre } from './near-the-centre.ts'
import { outsideOurArea } from './outside-our-area.ts'
import { settledForTwoYears } from './settled-for-two-years.ts'
import { threeHomesInTwoYears } from './three-homes-in-two-years.ts'
import { threeOrMoreHomes } from './three-or-more-homes.ts'
import { threeOrMoreWorkers } from './three-or-more-workers.ts'
import { unregisteredHomes } from './unregistered-homes.ts'
import { whyTheyMoved } from './why-they-moved.ts'
import { withFamilyAndFriends } from './with-family-and-friends.ts'
import { withOurOwnCarers } from './with-our-own-carers.ts'
import { within20Miles } from './within-20-miles.ts'

/** In the order shown. */
export const homesMeasures: readonly Measure[] = [
  kindOfHome,
  withOurOwnCarers,
  withFamilyAndFriends,
  unregisteredHomes,
  threeOrMoreHomes,
  settledForTwoYears,
  threeHomesInTwoYears,
  threeOrMoreWorkers,
  changedSchool,
  outsideOurArea,
  farAndOutside,
  within20Miles,
  nearTheCentre,
  changesOfReviewingOfficer,
  endedUnplanned,
  whyTheyMoved,
]
