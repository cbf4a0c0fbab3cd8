import { splitParagraphs } from '../../../domain/governance/reading-time.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { LEGAL_PRINCIPLES, PRINCIPLES_SOURCE, sayPrinciples } from '../../../domain/strategy/principles.ts'
import { STATEMENT_KINDS, type StatementKind, type StrategyPart } from '../../../domain/strategy/strategy.ts'
import { sayCount } from '../../promises/index.ts'
import { type Audience, presentJoined } from '../joined.presenter.ts'
import type { Live } from '../read-live.ts'
import type { StandingVersion, Strategy } from '../read-strategy.ts'
import type { StepDecision } from '../step-decision.store.ts'

export const STATEMENT_TITLES: Record<StatementKind, string> = {
  'doing well': 'What goes well',
  done: 'What we have done',
  opportunity: 'What could help',
  challenge: 'What is hard',
  'will improve': 'What we will make better',
  next: 'What comes next',
}

interface Facts {
  strategy: Strategy
  live: Live
  today: IsoDate
  audience: Audience
  /** By step: what was decided there, for readers of meetings. */
  decided?: Map<string, StepDecision>
}

/** Finishes every word of one version. How it stands now is beside the version in force alone: the others are as they were promised. */
export function presentStrategy({ strategy, live, today, audience, decided }: Facts) {
  const { version, parts, joins } = strategy
  const of = (kind: StrategyPart['kind']) => parts.filter((part) => part.kind === kind)
  const areas = of('area')
  // On a child's page no state and no number: they read the words.
  const isLive = version.state === 'in force' && audience !== 'young'
  const joined = (part: StrategyPart) =>
    isLive
      ? presentJoined(
          joins.filter(({ partId }) => partId === part.id),
          live,
          today,
          audience,
        )
      : []
  const say = (part: StrategyPart) => ({ title: part.title, words: part.words, joined: joined(part) })
  return {
    title: version.title,
    sentence: sayVersion(version, areas.length),
    lead: sayLead(version, isLive),
    pill: audience === 'young' ? null : presentState(version),
    plain: { paragraphs: splitParagraphs(version.plainWords), by: version.plainWordsBy },
    vision: splitParagraphs(version.vision),
    foreword: {
      paragraphs: splitParagraphs(version.foreword),
      by: [version.forewordBy, version.forewordOn ? sayDate(version.forewordOn) : ''].filter(Boolean).join(', '),
    },
    why: splitParagraphs(version.why),
    contributors: of('contributor').map((part) => ({
      title: part.title,
      words: part.words,
      note: part.isChildren ? 'children and young people' : '',
    })),
    steps: [
      ...of('step').map((part) => ({
        title: part.title,
        words: part.words,
        on: part.onDay ? sayDate(part.onDay) : '',
        decision: decided?.get(part.id) ?? null,
      })),
      ...(version.approval === null
        ? []
        : [
            {
              title: `Approved by ${lowerThe(version.approval.bodyName)}`,
              words: version.approval.note,
              on: sayDate(version.approval.approvedOn),
              decision: null,
            },
          ]),
    ],
    wishes: [
      { title: 'Our aims', rows: of('objective').map(say) },
      { title: 'What good it should do', rows: of('benefit').map(say) },
      { title: 'What we want for every child', rows: of('wish').map(say) },
    ].filter(({ rows }) => rows.length > 0),
    ownPrinciples: of('principle').map(({ title, words }) => ({ title, words })),
    law: LEGAL_PRINCIPLES.map(({ number, letter, title }) => {
      const serves = areas.filter(({ principles }) => principles.includes(number)).map((area) => area.title)
      return {
        text: `(${letter}) ${title}`,
        note: serves.length > 0 ? `Served by: ${serves.join(', ')}` : 'No priority says that it serves this.',
      }
    }),
    lawSource: PRINCIPLES_SOURCE,
    areas: areas.map((area, index) => ({
      id: `priority-${index + 1}`,
      number: index + 1,
      title: area.title,
      words: area.words,
      principles: sayPrinciples(area.principles),
      joined: joined(area),
      groups: STATEMENT_KINDS.map((kind) => ({
        title: STATEMENT_TITLES[kind],
        statements: parts.filter((part) => part.areaId === area.id && part.statementKind === kind).map(say),
      })).filter(({ statements }) => statements.length > 0),
    })),
    gaps: isLive && audience === 'staff' ? sayGaps(strategy) : '',
  }
}

/** The first sentence: whose, for when, and that it holds. */
function sayVersion({ state, period, approval }: StandingVersion, areas: number): string {
  const what = `${sayCount(areas)} ${areas === 1 ? 'priority' : 'priorities'}${period ? ` for ${period}` : ''}`
  if (approval === null) return `A draft with ${lowerFirst(what)}: nobody has approved it yet.`
  const by = `approved by ${lowerThe(approval.bodyName)} on ${sayDate(approval.approvedOn)}`
  if (state === 'in force') return `${what}, ${by}.`
  if (state === 'approved') return `${what}, ${by}, in force from ${sayDate(approval.inForceFrom)}.`
  return `This is what we promised then: ${lowerFirst(what)}, ${by}. A later version has taken its place.`
}

function sayLead({ title, number, state }: StandingVersion, isLive: boolean): string {
  const start = `${title}, version ${number}.`
  if (isLive) return `${start} Beside its words stands what they lean on, and how that is today.`
  if (state === 'replaced') return `${start} Nothing of it has been changed since it was approved.`
  return start
}

export function presentState({ state }: Pick<StandingVersion, 'state'>) {
  const pill = { draft: 'on-the-way', approved: 'on-the-way', 'in force': 'kept', replaced: 'unknown' }[state]
  return { state: pill, text: state }
}

/** What was said to become better and leans on nothing that would show it. */
function sayGaps({ parts, joins }: Strategy): string {
  const promised = parts.filter(({ statementKind }) => statementKind === 'will improve' || statementKind === 'next')
  const bare = promised.filter(({ id }) => !joins.some(({ partId }) => partId === id)).length
  if (bare === 0) return ''
  return `${sayCount(bare)} of the ${promised.length} things we said we would make better ${bare === 1 ? 'is' : 'are'} joined to no promise, action or figure, so nobody can tell.`
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** "Cabinet" stays; "Corporate parenting board" becomes "the corporate parenting board". */
function lowerThe(name: string): string {
  if (/^the /i.test(name)) return lowerFirst(name)
  return name.includes(' ') ? `the ${lowerFirst(name)}` : name
}
