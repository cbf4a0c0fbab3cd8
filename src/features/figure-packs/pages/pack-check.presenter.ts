import { explain, type Reason } from '../../../domain/disclosure/explain.ts'
import { offerMerges } from '../../../domain/disclosure/offer-merges.ts'
import { nameOf } from '../../../domain/figure-pack/collect-release.ts'
import { findMeasure } from '../../../domain/measures/all-measures.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { FigurePack, PackCheck } from '../figure-pack.store.ts'

/** From this share of its numbers on a pack tells too little: better to leave tables out or to merge groups. */
const TOO_MUCH_HIDDEN = 1 / 3

/** What the check found, for officers: a reader who knew which number is small would know more. */
export function presentCheck(check: PackCheck, pack: FigurePack) {
  const { outcome, model, protection, audit, printed, against } = check
  const words = wordsOfCells(check)
  const say = (cell: string) => words.get(cell) ?? sayUnprinted(cell)
  const isRounded = pack.smallNumbers === 'rounded'
  const hidden = printed.filter((number) => !number.isShown).length
  const share = isRounded ? 0 : hidden / printed.length
  return {
    isSafe: outcome === 'safe' && check.isSound,
    sentence: sayOutcome(check, pack),
    facts: [
      isRounded
        ? `${printed.length} numbers are rounded to a multiple of five, and every sum holds.`
        : `${hidden} of ${printed.length} numbers are hidden. ${protection.weight <= protection.bound ? 'No safe pack of these tables hides less.' : `What is hidden weighs ${protection.weight}; no safe pack weighs less than ${protection.bound}.`}`,
      `${model.cells.length} groups and ${model.relations.length} sums between them were looked at, ${against.length === 0 ? 'with no earlier pack' : `with ${against.length} earlier ${against.length === 1 ? 'pack' : 'packs'}`}.`,
      audit.open.length === 0
        ? 'The attack on the finished pack found nothing.'
        : `The attack found ${audit.open.length} numbers that can be told.`,
      ...(protection.knownSmall.length > 0
        ? [`Small and public already, so that nothing can protect them: ${protection.knownSmall.map(say).join('; ')}.`]
        : []),
    ],
    warning:
      share > TOO_MUCH_HIDDEN
        ? `${Math.round(share * 100)}% of the numbers are hidden. Leave tables out or merge groups, rather than publish a pack that tells so little.`
        : '',
    merges: offerMerges(model, protection)
      .filter(({ parts }) => parts.every((part) => words.has(part)))
      .map(({ parts, count }) => `${parts.map(say).join(' + ')}: together ${count}`),
    contradictions: protection.contradictions.map(
      ({ relation, gap }) => `${relation}: ${Math.abs(gap)} too ${gap > 0 ? 'many' : 'few'}`,
    ),
    unprotectable: protection.unprotectable.map(say),
    // The figures of the day that the pack leaves out are hidden too, and are not its readers' to ask about.
    reasons: isRounded
      ? []
      : explain(model, protection)
          .filter(({ cell }) => words.has(cell))
          .map((reason) => ({ what: say(reason.cell), why: sayReason(reason, say) })),
  }
}

function sayOutcome({ outcome, isSound }: PackCheck, { title, smallNumbers }: FigurePack): string {
  if (outcome === 'contradictory') return 'The numbers disagree with themselves, so nothing can be published of them.'
  if (outcome === 'impossible' && smallNumbers === 'rounded')
    return `“${title}” cannot be published rounded: beside numbers that are already known, rounded ones would give small ones away. Hide small numbers instead.`
  if (outcome === 'impossible')
    return `“${title}” cannot be published as it is: some small numbers cannot be protected whatever else is hidden.`
  return isSound
    ? 'This pack is safe to publish.'
    : 'The attack found something that the check did not: this pack cannot be published.'
}

function sayReason(reason: Reason, say: (cell: string) => string): string {
  if (reason.why === 'small') return `from 1 to ${reason.threshold}`
  if (reason.why === 'hidden before') return 'hidden in an earlier pack'
  return `protects ${reason.protects.map(say).join('; ')}`
}

const NAMES: Record<string, string> = {
  numerator: 'the number',
  denominator: 'out of how many',
  'left over': 'those left over',
  all: 'all groups',
}

/** The words of a cell: the first number of the pack that stands for it. */
function wordsOfCells({ printed }: PackCheck): ReadonlyMap<string, string> {
  return new Map(printed.map((number) => [number.cell ?? nameOf(number), sayNumber(number)]))
}

function sayNumber({
  day,
  measureId,
  name,
  label,
}: {
  day: IsoDate
  measureId: string
  name: string
  label?: string
}): string {
  const title = findMeasure(measureId)?.plainTitle ?? measureId
  const group = label ? `“${label}”` : (NAMES[name] ?? name)
  return `${title} (${measureId}), ${group}, ${sayDate(day)}`
}

/** A group that nobody prints: a difference between two that are. */
function sayUnprinted(cell: string): string {
  const match = cell.match(/^(\d{4}-\d\d-\d\d) (\w+) (.+)$/)
  if (!match || match[3]!.includes(' less ')) return 'the few by which two printed groups differ'
  return sayNumber({ day: match[1]!, measureId: match[2]!, name: match[3]! })
}
