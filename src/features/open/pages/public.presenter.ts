import { isMember, type PreElection } from '../../../domain/governance/pre-election.ts'
import { wordsOf } from '../../../domain/measures/all-measures.ts'
import { sayRule as sayOfferRule } from '../../../domain/offers/offer-rule.ts'
import { isLate } from '../../../domain/plans/item-standing.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Offer } from '../../../shapes/offer/offer.store.ts'
import type { Plan } from '../../../shapes/plan/plan.store.ts'
import { FILE_KINDS, type FigurePack } from '../../figure-packs/index.ts'
import { type Figures, presentFigure } from '../../performance/index.ts'
import { presentWall, type Wall } from '../../promises/index.ts'
import type { Report } from '../../reports/index.ts'
import type { SlimKnot } from '../../thread/index.ts'
import type { PublicAnswer } from '../read-public-answers.ts'

export interface PublicFacts {
  councilName: string
  /** The time before an election, while it runs: no member and no new claim is on the page (rule 36). */
  election: PreElection | null
  /** Whether there is a strategy in force to lead to. */
  hasStrategy: boolean
  wall: Wall | null
  threads: ReadonlyMap<string, SlimKnot[]>
  plan: Plan | null
  /** A year's measure speaks of the last whole year where it is known, else of this one so far; a day's, of today. */
  lastYear: Figures
  now: Figures
  offers: Offer[]
  answers: PublicAnswer[]
  packs: FigurePack[]
  reports: Report[]
}

/** Finishes every word of the public page. */
export function presentPublicPage(facts: PublicFacts, today: IsoDate) {
  const wall = facts.wall === null ? null : presentWall(facts.wall, today)
  const { election } = facts
  return {
    sentence:
      wall === null
        ? `${facts.councilName} has not entered its promises yet.`
        : election
          ? `${facts.councilName} made ${wall.promises.length === 1 ? 'one promise' : `${wall.promises.length} promises`} to the children in its care.`
          : wall.sentence,
    waits: election
      ? `Until ${sayDate(election.endsOn)}, the time before an election, we name no councillor and say nothing new of how far we keep our promises. Figures, offers and every answer to a child go on.`
      : '',
    lead: `${facts.councilName} is the parent, in law, of the children in its care. This is what we promised them, and how far we keep it. The figures are as we knew them on ${sayDate(today)}; small numbers are hidden, so that nobody can be recognised.`,
    wall: wall && {
      ...wall,
      // The promises' own pages need a sign-in: here each leads to its words below.
      knots: wall.knots.map((knot) => ({ ...knot, href: `#promise-${knot.number}` })),
      promises: wall.promises.map((promise, index) => ({
        ...promise,
        thread: facts.threads.get(facts.wall!.promises[index]!.item.id) ?? [],
        owner: sayOffice(
          facts.wall!.promises[index]!.item.owners.filter((owner) => election === null || !isMember(owner)),
        ),
      })),
    },
    strategyHref: facts.hasStrategy ? '/open/strategy' : '',
    plan: facts.plan === null ? null : presentPlan(facts.plan, today),
    figures: presentFigures(facts),
    answers: facts.answers,
    packs: facts.packs.map((pack) => ({
      title: pack.title,
      asAt: `Figures as at ${sayDate(pack.asAt)}.`,
      files: Object.entries(FILE_KINDS).map(([kind, { title }]) => ({
        href: `/open/packs/${pack.id}/${kind}`,
        text: title,
      })),
    })),
    reports: facts.reports.map(({ id, kind, title, from, to }) => ({
      title,
      when: `${sayDate(from)} to ${sayDate(to)}.`,
      files: [
        ...(['pdf', 'docx', 'html'] as const).map((file) => ({
          href: `/open/reports/${id}/file/${file}`,
          text: FILE_KINDS[file].title,
        })),
        ...(kind === 'annual report'
          ? [
              { href: `/open/reports/${id}/for-children/html`, text: 'for children, web page' },
              { href: `/open/reports/${id}/for-children/pdf`, text: 'for children, PDF' },
            ]
          : []),
      ],
    })),
    offers: facts.offers.map((offer) => ({
      title: offer.title,
      amount: offer.amountWords,
      words: offer.words,
      rule: sayOfferRule(offer.rule),
      how: `${offer.howToClaim} An answer comes within ${offer.answerWithinDays} working days.`,
    })),
  }
}

const OFFICE = /^(Director|Executive director|Chief executive|Head of|Lead member|Leader of|Cabinet member|Chair of)\b/i

/** Who answers, by their office. What a plan has as an owner may be a name: then nobody is named here. */
export function sayOffice(owners: readonly string[]): string {
  const offices = owners.filter((owner) => OFFICE.test(owner))
  return offices.length === 0 ? '' : `Answered for by: ${offices.join(', ')}.`
}

/** The plan, a sentence for each of its priorities. */
function presentPlan(plan: Plan, today: IsoDate) {
  const priorities = [...new Set(plan.items.map((item) => item.priority ?? 'Other things'))]
  return {
    title: plan.title,
    sentence: `${plan.items.length} things to do, under ${priorities.length === 1 ? 'one heading' : `${priorities.length} headings`}.`,
    priorities: priorities.map((title) => {
      const items = plan.items.filter((item) => (item.priority ?? 'Other things') === title)
      const done = items.filter((item) => item.progress === 'done').length
      const late = items.filter((item) => isLate(item, today)).length
      return {
        title,
        text: `${items.length} ${items.length === 1 ? 'thing' : 'things'} to do: ${done} done, ${late} late, ${items.length - done - late} still to come.`,
      }
    }),
  }
}

function presentFigures({ lastYear, now }: PublicFacts) {
  return now.results
    .map((result) => {
      if (wordsOf(result).period !== 'year') return result
      const whole = lastYear.results.find(({ id }) => id === result.id)
      return whole && whole.cannotCompute === null ? whole : result
    })
    .filter((result) => result.cannotCompute === null)
    .map((result) => presentFigure(result, false))
    .filter((figure) => figure.isAskedByChildren)
    .map(({ value, title, of, asAt, direction, isHidden, hiddenBecause, isAskedByChildren }) => ({
      value,
      label: title,
      of,
      asAt,
      direction,
      isHidden,
      hiddenBecause,
      isAskedByChildren,
    }))
}
