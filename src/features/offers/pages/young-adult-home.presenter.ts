import type { IsoDate } from '../../../domain/shared/calendar-date.ts'
import type { Adviser } from '../../../shapes/offer/care-dates.store.ts'
import type { NextStep } from '../../../shapes/offer/next-step.store.ts'
import { offerPaths } from '../offers.paths.ts'
import type { MyOffer } from '../read-my-offers.ts'
import { presentMyOffers } from './offers.presenter.ts'
import { sayStep } from './steps.presenter.ts'

export interface YoungAdultFacts {
  offers: MyOffer[]
  advisers: Adviser[]
  steps: NextStep[]
}

/** The part of a young adult's first screen that is about what comes next: what is theirs, who helps, and the next step. */
export function presentYoungAdultHome({ offers, advisers, steps }: YoungAdultFacts, today: IsoDate) {
  const mine = presentMyOffers(offers, today)
  const next = steps.find(({ doneOn }) => doneOn === null)
  const adviser = advisers[0]
  return {
    sentence: mine.sentence,
    offers: mine.offers.slice(0, 3),
    offersHref: offerPaths.offers(),
    moreOffers: mine.offers.length > 3 ? `All ${mine.offers.length} things` : 'How each is worked out',
    adviser: adviser
      ? {
          name: adviser.name,
          firstName: adviser.name.split(' ')[0]!,
          email: adviser.email ?? '',
          href: adviser.email ? `mailto:${adviser.email}` : '',
        }
      : null,
    step: next ? { words: next.words, note: sayStep(next, today) } : null,
    stepsHref: offerPaths.ownSteps(),
  }
}
