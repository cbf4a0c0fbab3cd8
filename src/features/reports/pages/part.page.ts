import { partsOf } from '../../../domain/report/report-parts.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { answerClash, takeChoice } from '../../governance/index.ts'
import { findReport, listWords, type PartWords, saveWords, stateOf } from '../report.store.ts'
import { paths } from '../reports.paths.ts'

export async function showPart(visit: Visit): Promise<Answer> {
  const found = await findPart(visit)
  return found === null ? notFound : show(visit, found, [])
}

/** Saved on top of what it began from; where somebody saved another meanwhile, both are shown and nothing is lost. */
export async function submitPart(visit: Visit): Promise<Answer> {
  const found = await findPart(visit)
  if (found === null) return notFound
  const { report, part, versions } = found
  const form = takeChoice(visit.form)
  const typed = { words: (form.words ?? '').trim(), forChildren: (form.forChildren ?? '').trim() }
  const from = /^\d+$/.test(form.version ?? '') ? Number(form.version) : 0
  const errors: FieldError[] = []
  if (typed.words.length > 20_000) errors.push({ field: 'words', text: 'Keep it under 20,000 letters.' })
  if (typed.forChildren.length > 2000)
    errors.push({ field: 'forChildren', text: 'Keep it under 2,000 letters: children read this.' })
  if (errors.length > 0) return show(visit, found, errors)
  const isSaved = await visit.database.as(visit.actor, async (query) => {
    const saved = await saveWords(query, visit.actor, report.id, { part: part.id, ...typed, from })
    if (saved)
      await recordTrace(query, visit.actor, { event: 'report written', detail: { report: report.id, part: part.id } })
    return saved
  })
  if (isSaved) return { redirect: `${paths.report(report.id)}#${part.id}` }
  const now = await visit.database.as(visit.actor, (query) => listWords(query, report.id))
  const own = now.filter((one) => one.part === part.id)
  const [standing] = own
  const began = own.find(({ version }) => version === from) ?? versions.find(({ version }) => version === from)
  if (!standing) return notFound
  const back = { href: paths.part(report.id, part.id), text: part.title }
  const field = (name: 'words' | 'forChildren', label: string, rows: number) => ({
    name,
    label,
    rows,
    base: began?.[name] ?? '',
    theirs: standing[name],
    mine: typed[name],
  })
  return answerClash(
    [
      {
        standing: {
          version: standing.version,
          words: {},
          savedBy: standing.saidBy,
          savedOn: standing.saidOn,
          savedTime: '',
        },
        fields: [field('words', part.title, 14), field('forChildren', 'For children', 5)],
        hidden: { ...typed, version: String(standing.version) },
      },
    ],
    { action: back.href, keepHref: back.href, back },
  )
}

async function findPart(visit: Visit) {
  const found = await visit.database.as(visit.actor, async (query) => {
    const report = await findReport(query, visit.params.id ?? '')
    return report && { report, versions: await listWords(query, report.id) }
  })
  const part = found && partsOf(found.report.kind).find(({ id }) => id === visit.params.part)
  const mayWrite = visit.can('plan:write') || visit.can('meetings:write')
  if (!found || !part || !mayWrite || stateOf(found.report) !== 'draft') return null
  return { report: found.report, part, versions: found.versions.filter((one) => one.part === part.id) }
}

function show(visit: Visit, found: NonNullable<Awaited<ReturnType<typeof findPart>>>, errors: FieldError[]): Answer {
  const { report, part, versions } = found
  const newest: PartWords | undefined = versions[0]
  const { form } = visit
  return {
    template: 'features/reports/pages/part.njk',
    title: part.title,
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: part.title,
      lead: `${part.ask} Leave a line empty between paragraphs. It goes out in print; no names of children.`,
      action: paths.part(report.id, part.id),
      version: form.version ?? String(newest?.version ?? 0),
      cancelHref: paths.report(report.id),
      words: makeField('words', { label: 'Your words', value: form.words ?? newest?.words ?? '', rows: 14 }, errors),
      forChildren:
        part.forChildren !== null &&
        makeField(
          'forChildren',
          {
            label: `For children: “${part.forChildren}”`,
            hint: 'A few short sentences that a child of nine can read. No numbers below six.',
            value: form.forChildren ?? newest?.forChildren ?? '',
            rows: 5,
          },
          errors,
        ),
    },
    page: { back: { href: paths.report(report.id), text: report.title }, ...listErrors(errors) },
  }
}
