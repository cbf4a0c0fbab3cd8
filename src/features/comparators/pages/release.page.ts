import { findMeasure } from '../../../domain/measures/all-measures.ts'
import { isIsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { acceptRelease, countValues, findRelease, listChanges, setReleaseAside } from '../comparator.store.ts'
import { paths } from '../comparators.paths.ts'
import { takeFile } from '../read-file.command.ts'
import { pillOf } from './comparators.page.ts'

export async function showNewRelease(visit: Visit): Promise<Answer> {
  return showForm(visit, [])
}

export async function submitNewRelease(visit: Visit): Promise<Answer> {
  const text = (name: string) => (visit.form[name] ?? '').trim()
  const errors: FieldError[] = []
  const file = visit.files[0]
  if (!file || file.bytes.length === 0) errors.push({ field: 'file', text: 'Choose the file, as it was published.' })
  if (text('title') === '') errors.push({ field: 'title', text: 'Say which release it is from.' })
  if (text('source') === '') errors.push({ field: 'source', text: 'Say who published it.' })
  if (!isIsoDate(text('publishedOn')) || text('publishedOn') > visit.today)
    errors.push({ field: 'publishedOn', text: 'Enter the day it was published, as year-month-day.' })
  if (errors.length > 0 || !file) return showForm(visit, errors)
  const taken = await takeFile(visit, {
    fileName: file.name,
    bytes: file.bytes,
    title: text('title'),
    publishedOn: text('publishedOn'),
    source: text('source'),
  })
  if ('faults' in taken)
    return showForm(
      visit,
      taken.faults.map((fault) => ({ field: 'file', text: fault })),
    )
  await visit.database.as(visit.actor, (query) =>
    recordTrace(query, visit.actor, { event: 'comparators taken in', detail: { release: taken.id } }),
  )
  return { redirect: `${paths.release(taken.id)}${taken.isKnown ? '?known=yes' : ''}` }
}

function showForm({ form }: Visit, errors: FieldError[]): Answer {
  return {
    template: 'features/comparators/pages/new-release.njk',
    title: 'Take in a published file',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: 'Which published file shall stand beside our figures?',
      lead: 'A CSV file of the DfE’s underlying data, or a list of statistical neighbours, as it was published. Nothing counts before you have seen what it changes.',
      action: paths.newRelease(),
      cancelHref: paths.comparators(),
      file: makeField('file', { label: 'The file' }, errors),
      title: makeField(
        'title',
        { label: 'Which release', hint: 'For example: Children looked after in England, 2025', value: form.title },
        errors,
      ),
      publishedOn: makeField(
        'publishedOn',
        { label: 'Published on', hint: 'Year-month-day', value: form.publishedOn, classes: 'govuk-input--width-10' },
        errors,
      ),
      source: makeField(
        'source',
        {
          label: 'Published by, under which licence',
          value: form.source ?? 'Department for Education, Open Government Licence v3.0',
        },
        errors,
      ),
    },
    page: { isNarrow: true, back: { href: paths.comparators(), text: 'What others publish' }, ...listErrors(errors) },
  }
}

export async function showRelease(visit: Visit): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const release = await findRelease(query, visit.params.id ?? '')
    return (
      release && {
        release,
        held: await countValues(query, release.id),
        changes: release.acceptedOn === null ? await listChanges(query, release.id) : [],
      }
    )
  })
  if (found === null) return notFound
  const { release, held, changes } = found
  const isWaiting = release.acceptedOn === null && release.setAsideOn === null
  return {
    template: 'features/comparators/pages/release.njk',
    title: release.title,
    model: {
      title: release.title,
      pill: pillOf(release),
      lead: `${release.source}, ${sayDate(release.publishedOn)}. Taken in from ${release.fileName} by ${release.takenBy} on ${sayDate(release.takenOn)}.`,
      known: visit.query.known === 'yes' ? 'This file was taken in before: nothing has changed.' : '',
      held: held.map(
        ({ measureId, from, to, places }) =>
          `${findMeasure(measureId)?.plainTitle ?? measureId} (${measureId}): ${places} places, ${from === to ? from : `${from} to ${to}`}`,
      ),
      isList: release.kind === 'neighbours',
      changesSentence:
        changes.length === 0
          ? ''
          : `${changes.length === 200 ? 'At least 200' : changes.length} numbers that are held already would change:`,
      changes: changes
        .slice(0, 30)
        .map(({ measureId, year, name, was, now }) => `${measureId}, ${name}, ${year}: ${was} becomes ${now}`),
      findings: release.findings.map(({ row, words }) => `${row === null ? '' : `Row ${row}: `}${words}`),
      action: isWaiting && visit.can('import:write') ? paths.release(release.id) : '',
    },
    page: { back: { href: paths.comparators(), text: 'What others publish' }, isNarrow: true },
  }
}

export async function submitRelease(visit: Visit): Promise<Answer> {
  const isAccepted = visit.form.answer !== 'aside'
  const id = await visit.database.as(visit.actor, async (query) => {
    const release = await findRelease(query, visit.params.id ?? '')
    if (release === null || release.acceptedOn !== null || release.setAsideOn !== null) return null
    if (isAccepted) await acceptRelease(query, release.id, visit.today)
    else await setReleaseAside(query, release.id, visit.today)
    await recordTrace(query, visit.actor, {
      event: 'comparators accepted',
      detail: { release: release.id, isAccepted },
    })
    return release.id
  })
  return id === null ? notFound : { redirect: paths.release(id) }
}
