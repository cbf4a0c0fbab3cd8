import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Plan } from '../../../shapes/plan/plan.store.ts'
import type { FieldError } from '../../../web/form-field.ts'
import { fieldsOf, presentStanding, promisePaths, sayCount, sayWho } from '../../promises/index.ts'
import type { ArmsLength } from '../arms-length.store.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import type { LaunchTyped, OfficerTyped } from '../officer.form.ts'
import type { OfficerPledge } from '../officer-pledge.store.ts'

export interface OfficersTyped {
  launch: LaunchTyped
  officer: OfficerTyped
  errors: FieldError[]
  sent: 'launch' | 'officer' | null
}

export interface OfficersFacts {
  pledges: OfficerPledge[]
  plan: Plan | null
  obstacles: { raised: number; cleared: number }
  /** Those the reader is part of, as adviser or as the chief officer. */
  mine: ArmsLength[]
  mayBegin: boolean
}

/** Finishes every word of the Chief Officer pledge: who gave their word on what, and how many obstacles went, of everybody together. */
export function presentOfficers(
  { pledges, plan, obstacles, mine, mayBegin }: OfficersFacts,
  { launch, officer, errors, sent }: OfficersTyped,
  { canKeep, today }: { canKeep: boolean; today: IsoDate },
) {
  const items = plan?.items ?? []
  const [holds, ...before] = pledges
  const field = fieldsOf(errors)
  return {
    sentence:
      holds === undefined
        ? 'No Chief Officer pledge has been launched yet.'
        : `${sayOfficers(items.length)}; ${sayObstacles(obstacles)}`,
    lead:
      holds === undefined
        ? ''
        : `${holds.title}${holds.agreedOn ? `, launched on ${sayDate(holds.agreedOn)}` : ''}.${holds.why ? ` Launched again because: ${holds.why}` : ''}`,
    isEmpty: holds === undefined && !canKeep,
    rows: items.map((item) => ({
      text: item.title,
      href: promisePaths.action(item.id),
      note: [
        sayWho(item),
        item.lastUpdate ? `${sayDate(item.lastUpdate.saidOn)}: ${item.lastUpdate.words}` : 'No word yet',
      ].join(' · '),
      pill: presentStanding(item, today),
    })),
    armsLength:
      !(mayBegin || mine.length > 0) || holds === undefined
        ? null
        : {
            href: commitmentPaths.armsLength(),
            text:
              mine.length === 0
                ? 'Ask a chief officer to stand up for a young person you advise'
                : `Standing up for a young person, at arm’s length: ${mine.length === 1 ? 'one' : mine.length} that you are part of`,
          },
    before: before.map(({ title, agreedOn, commitments }) => ({
      text: title,
      note: `${agreedOn ? `Launched on ${sayDate(agreedOn)} · ` : ''}${commitments === 0 ? 'no' : sayCount(commitments).toLowerCase()} ${commitments === 1 ? 'commitment' : 'commitments'}`,
    })),
    officerForm:
      !canKeep || holds === undefined
        ? null
        : {
            action: commitmentPaths.officerWord(),
            isOpen: sent === 'officer' || items.length === 0,
            officer: field(
              'officer',
              officer.officer,
              'Which chief officer?',
              'By job title, as the pledge will have it',
            ),
            commitment: field(
              'commitment',
              officer.commitment,
              'What do they give their word on?',
              'Such as two work placements a year in their own service',
            ),
            wayToTell: field('wayToTell', officer.wayToTell, 'How can anybody tell?'),
          },
    launchForm: !canKeep
      ? null
      : {
          action: commitmentPaths.launchOfficers(),
          isOpen: sent === 'launch' || holds === undefined,
          summary: holds === undefined ? 'Launch it' : 'It was reviewed: launch it again',
          title: field('title', launch.title, 'What is it called?'),
          agreedOn: {
            ...field('agreedOn', launch.agreedOn, 'On which day was it launched?', 'Year-month-day'),
            classes: 'govuk-input--width-10',
          },
          why:
            holds === undefined
              ? null
              : { ...field('why', launch.why, 'What did the review find, and why is it launched again?'), rows: 3 },
        },
  }
}

function sayOfficers(count: number): string {
  if (count === 0) return 'No chief officer has given their word yet'
  return `${sayCount(count)} ${count === 1 ? 'thing is' : 'things are'} promised by chief officers`
}

/** Of everybody together: a count of obstacles, and of no young person. */
function sayObstacles({ raised, cleared }: OfficersFacts['obstacles']): string {
  if (raised === 0) return 'no obstacle has been raised with them.'
  return `${sayCount(cleared).toLowerCase()} of ${sayCount(raised).toLowerCase()} obstacles raised with them ${cleared === 1 ? 'is' : 'are'} out of the way.`
}
