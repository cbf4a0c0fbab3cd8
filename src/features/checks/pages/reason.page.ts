import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { addReason } from '../check-reason.store.ts'
import { paths } from '../checks.paths.ts'
import { readFindings, type SeenFinding } from '../read-findings.ts'

/** Why a finding is right as it is; or, where somebody said so, why that no longer stands. */
export async function showReason(visit: Visit): Promise<Answer> {
  const finding = await findOne(visit)
  return finding === null ? notFound : show(visit, finding, [])
}

export async function submitReason(visit: Visit): Promise<Answer> {
  const finding = await findOne(visit)
  if (finding === null) return notFound
  const words = (visit.form.words ?? '').trim()
  const isTakenBack = finding.reason !== null
  if (words.length < 10 || words.length > 500)
    return show(visit, finding, [
      {
        field: 'words',
        text: isTakenBack
          ? 'Say in a sentence why the reason no longer stands, in up to 500 letters.'
          : 'Say in a sentence why the record is right, in up to 500 letters.',
      },
    ])
  await visit.database.as(visit.actor, async (query) => {
    await addReason(query, visit.actor.authorityId, finding, { words, as: visit.person.title, isTakenBack })
    const detail = { rule: finding.rule.id, on: finding.on, isTakenBack }
    await recordTrace(query, visit.actor, { event: 'finding explained', childIds: [finding.childId], detail })
  })
  return { redirect: `${paths.list()}?done=${isTakenBack ? 'open' : 'explained'}` }
}

/** By rule, child and day; what the reader may not see is not there. */
async function findOne(visit: Visit): Promise<SeenFinding | null> {
  const { rule, child, on } = visit.query
  const { findings } = await readFindings(visit, '', { only: child ?? '' })
  return findings.find((one) => one.rule.id === rule && one.childId === child && one.on === on) ?? null
}

function show(visit: Visit, finding: SeenFinding, errors: FieldError[]): Answer {
  const { reason, rule, says, fix, childName, on } = finding
  return {
    template: 'form.njk',
    title: 'A finding of the checks',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence:
        reason === null ? 'Is the record right as it is? Say why.' : 'Somebody has said why the record is right.',
      lead: `${childName}, ${rule.table}, ${sayDate(on)}: ${says} ${
        reason === null
          ? `${fix} Where it is right all the same, say why: the finding then no longer counts as open, until the record changes.`
          : `“${reason.words}” (${[reason.by, reason.as].filter(Boolean).join(', ')}, ${sayDate(reason.on)}). If that no longer stands, say why, and the finding is open again.`
      }`,
      action: paths.reason(finding),
      button: reason === null ? 'This is right' : 'Open it again',
      cancelHref: paths.list(),
      extras: [],
      fields: [
        makeField(
          'words',
          {
            label: reason === null ? 'This is right, because' : 'It is open again, because',
            hint: 'It is kept with your name and can be released on request.',
            value: visit.form.words ?? '',
            rows: 3,
          },
          errors,
        ),
      ],
    },
    page: { back: { href: paths.list(), text: 'All checks' }, ...listErrors(errors) },
  }
}
