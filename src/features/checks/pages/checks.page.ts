import { findMeasure } from '../../../domain/measures/all-measures.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { writeCsv } from '../../../web/write-csv.ts'
import { paths } from '../checks.paths.ts'
import { readFindings, type SeenFinding } from '../read-findings.ts'

/** Most of one rule that are listed: the rest is the same work. */
const MOST_OF_A_RULE = 50

const SHOWN = ['open', 'explained', 'all'] as const
type Shown = (typeof SHOWN)[number]
const SHOW_WORDS: Record<Shown, string> = { open: 'Open', explained: 'Right as it is', all: 'Both' }

const DONE: Record<string, string> = {
  explained: 'The reason is kept. The finding is no longer open.',
  open: 'The finding is open again.',
}

/** The worklist: by rule, the gravest first, each finding with its child, what is wrong and what to do. */
export async function showChecks(visit: Visit): Promise<Answer> {
  const { measure, show, findings, notRun, counts } = await readShown(visit)
  const children = new Set(findings.filter(({ reason }) => reason === null).map(({ childId }) => childId)).size
  const byRule = [...Map.groupBy(findings, ({ rule }) => rule)].toSorted(([one], [other]) =>
    one.severity === other.severity ? one.id.localeCompare(other.id) : one.severity === 'wrong' ? -1 : 1,
  )
  const about = measure?.id ?? ''
  const done = DONE[visit.query.done ?? '']
  return {
    template: 'features/checks/pages/checks.njk',
    title: 'Checks on the data behind our figures',
    model: {
      sentence: saySentence(show, counts, children),
      lead: `${measure ? `Only what ${measure.plainTitle.toLowerCase()} would count wrongly. ` : ''}These are rules of the yearly return that protect a figure we publish. What no rule looks at is not checked. A finding is gone when the record is right.`,
      allHref: measure ? paths.list({ show }) : '',
      csvHref: paths.csv({ about, show }),
      shown: SHOWN.map((value) => ({
        text: `${SHOW_WORDS[value]} (${value === 'open' ? counts.open : value === 'explained' ? counts.explained : counts.open + counts.explained})`,
        href: paths.list({ about, show: value === 'open' ? '' : value }),
        isCurrent: value === show,
      })),
      groups: byRule.map(([rule, found]) => presentRule(rule, found)),
      notRun: notRun.map(({ rule, why }) => `Rule ${rule.id}, ${rule.checks}: ${why}`),
    },
    page: {
      back: measure
        ? { href: `/figures/${measure.id}`, text: measure.plainTitle }
        : { href: '/figures', text: 'Figures' },
      ...(done ? { notice: { text: done, isSuccess: true } } : {}),
    },
  }
}

/** The same findings as rows that a spreadsheet opens. */
export async function downloadChecks(visit: Visit): Promise<Answer> {
  const { findings } = await readShown(visit)
  const header = [
    'child',
    'rule',
    'what the rule asks',
    'table',
    'day',
    'what is wrong',
    'what to do',
    'right because',
    'said by',
    'said on',
  ]
  const rows = findings.map(({ childName, rule, on, says, fix, reason }) => [
    childName,
    rule.id,
    rule.checks,
    rule.table,
    on,
    says,
    fix,
    reason?.words ?? '',
    reason?.by ?? '',
    reason?.on ?? '',
  ])
  return {
    download: { name: 'checks.csv', type: 'text/csv; charset=utf-8', body: writeCsv([header, ...rows]) },
  }
}

async function readShown(visit: Visit) {
  const measure = findMeasure(visit.query.about ?? '')
  const show = SHOWN.find((value) => value === visit.query.show) ?? 'open'
  const { findings, notRun } = await readFindings(visit, measure?.id ?? '')
  const open = findings.filter(({ reason }) => reason === null)
  return {
    measure,
    show,
    notRun,
    counts: { open: open.length, explained: findings.length - open.length },
    findings: show === 'all' ? findings : show === 'open' ? open : findings.filter(({ reason }) => reason !== null),
  }
}

function saySentence(show: Shown, { open, explained }: { open: number; explained: number }, children: number): string {
  if (show === 'explained')
    return explained === 0
      ? 'Nobody has explained a finding yet.'
      : `${explained} ${explained === 1 ? 'finding is' : 'findings are'} right as they are: somebody said why.`
  if (open === 0) return 'No rule that could run finds anything open in the records you may see.'
  const start = `${open} ${open === 1 ? 'thing looks' : 'things look'} wrong`
  return show === 'all'
    ? `${start}, and ${explained} ${explained === 1 ? 'was' : 'were'} explained.`
    : `${start} in the records of ${children} ${children === 1 ? 'child' : 'children'}.`
}

function presentRule(rule: SeenFinding['rule'], found: SeenFinding[]) {
  const figures = rule.protects.map((id) => findMeasure(id)?.plainTitle ?? id)
  return {
    title: `${rule.checks} (rule ${rule.id})`,
    aside: `${found.length} found · ${rule.severity === 'wrong' ? 'wrong' : 'look again'}`,
    why: `Else these are wrong: ${figures.join('; ')}.`,
    rows: found.slice(0, MOST_OF_A_RULE).map((finding) => {
      const { childId, childName, on, says, fix, reason } = finding
      return {
        lead: { text: childName, href: `/children/${childId}` },
        text: reason === null ? `${says} ${fix}` : says,
        note: [
          `${rule.table}, ${sayDate(on)}`,
          reason && `right because “${reason.words}” (${reason.by}, ${sayDate(reason.on)})`,
        ]
          .filter(Boolean)
          .join(' · '),
        action: {
          text: reason === null ? 'It is right' : 'Open it again',
          href: paths.reason(finding),
          visuallyHiddenText: `: ${childName}, ${sayDate(on)}`,
        },
      }
    }),
    more:
      found.length > MOST_OF_A_RULE
        ? `And ${found.length - MOST_OF_A_RULE} more of the same: all are in the download.`
        : '',
  }
}
