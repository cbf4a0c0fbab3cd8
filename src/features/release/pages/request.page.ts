import { splitParagraphs } from '../../../domain/governance/reading-time.ts'
import { exemptions, findExemption } from '../../../domain/release/exemptions.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { writePdf } from '../../../web/document/write-pdf.ts'
import { writeWord } from '../../../web/document/write-word.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { setPack } from '../../governance/index.ts'
import { paths } from '../release.paths.ts'
import { addWithheld, findRequest, listReleaseItems, type ReleaseItem } from '../release.store.ts'
import { isWithheld, KINDS, makeReleaseDocument } from '../release-document.ts'

const RELEASE = 'release'
const DONE: Record<string, string> = {
  logged: 'The request is logged. Nothing in it can be changed or removed.',
  withheld: 'It is in the exemptions log.',
}

export async function showRequest(visit: Visit): Promise<Answer> {
  return show(visit, [], null)
}

/** Into the exemptions log: withheld in whole or in part, or released after all; who said so and why stays. */
export async function submitWithheld(visit: Visit): Promise<Answer> {
  const text = (name: string) => (visit.form[name] ?? '').trim()
  const itemId = visit.params.itemId ?? ''
  const errors: FieldError[] = []
  const isReleased = text('exemption') === RELEASE
  if (!isReleased && !findExemption(text('exemption')))
    errors.push({ field: `exemption-${itemId}`, text: 'Choose the exemption, or that it is released.' })
  if (text('why').length < 10)
    errors.push({ field: `why-${itemId}`, text: 'Say why in a sentence: whoever asked may have it looked at again.' })
  if (errors.length > 0) return show(visit, errors, itemId)
  const isThere = await visit.database.as(visit.actor, async (query) => {
    const items = await listReleaseItems(
      query,
      (await findRequest(query, visit.params.id ?? ''))?.id ?? '00000000-0000-4000-8000-000000000000',
    )
    if (!items.some(({ id }) => id === itemId)) return false
    await addWithheld(query, visit.actor.authorityId, {
      itemId,
      isWithheld: !isReleased,
      exemption: text('exemption'),
      why: text('why').slice(0, 2000),
      instead: isReleased ? null : text('instead').slice(0, 20000) || null,
    })
    await recordTrace(query, visit.actor, {
      event: 'withholding logged',
      detail: { item: itemId, exemption: text('exemption') },
    })
    return true
  })
  return isThere ? { redirect: `${paths.request(visit.params.id!)}?done=withheld#item-${itemId}` } : notFound
}

export async function downloadPdf(visit: Visit): Promise<Answer> {
  return download(visit, 'pdf', 'application/pdf', writePdf)
}

export async function downloadWord(visit: Visit): Promise<Answer> {
  return download(visit, 'docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', writeWord)
}

async function download(visit: Visit, ending: string, type: string, write: typeof writePdf): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const request = await findRequest(query, visit.params.id ?? '')
    if (request === null) return null
    await recordTrace(query, visit.actor, { event: 'release taken', detail: { request: request.id, kind: ending } })
    return { request, items: await listReleaseItems(query, request.id) }
  })
  if (found === null) return notFound
  const body = await write(setPack(makeReleaseDocument(visit.council.name, found.request, found.items, visit.today)))
  const name = `release-${found.request.reference.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}.${ending}`
  return { download: { name, type, body } }
}

async function show(visit: Visit, errors: FieldError[], openId: string | null): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const request = await findRequest(query, visit.params.id ?? '')
    return request && { request, items: await listReleaseItems(query, request.id) }
  })
  if (found === null) return notFound
  const { request, items } = found
  const withheld = items.filter(isWithheld).length
  const done = DONE[visit.query.done ?? '']
  return {
    template: 'features/release/pages/request.njk',
    title: 'A request for information',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: `${request.reference}: ${items.length === 1 ? 'one thing is' : `${items.length} things are`} found, ${withheld === 0 ? 'none' : withheld} withheld. Answer by ${sayDate(request.answerDueOn)}.`,
      lead: request.subject,
      asked: `Came on ${sayDate(request.askedOn)} · ${request.words === '' ? 'everything' : `“${request.words}”`} from ${sayDate(request.from)} to ${sayDate(request.to)}`,
      pdfHref: paths.download(request.id, 'pdf'),
      wordHref: paths.download(request.id, 'docx'),
      items: items.map((item) => presentItem(item, request.id, item.id === openId ? visit.form : {}, errors)),
    },
    page: {
      back: { href: paths.requests(), text: 'Requests' },
      ...listErrors(errors),
      ...(done ? { notice: { text: done, isSuccess: true } } : {}),
    },
  }
}

function presentItem(item: ReleaseItem, requestId: string, form: Record<string, string>, errors: FieldError[]) {
  const [latest] = item.log
  return {
    id: item.id,
    title: item.title,
    kind: `${KINDS[item.kind]}, ${sayDate(item.saidOn)}`,
    paragraphs: splitParagraphs(item.words),
    pill: isWithheld(item)
      ? { state: 'not-kept', text: latest!.instead === null ? 'withheld' : 'released in part' }
      : { state: 'kept', text: 'released' },
    instead: isWithheld(item) ? (latest!.instead ?? '') : '',
    log: item.log.map(
      ({ exemption, why, by, on, isWithheld: was }) =>
        `${sayDate(on)}${by ? `, ${by}` : ''}: ${was ? (findExemption(exemption)?.title ?? exemption) : 'Released'}. ${why}`,
    ),
    isOpen: Object.keys(form).length > 0,
    action: paths.withhold(requestId, item.id),
    exemption: {
      ...makeSelect(
        `exemption-${item.id}`,
        { label: 'Exemption', value: form.exemption },
        [
          { value: '', text: 'Choose' },
          { value: RELEASE, text: 'None: it is released' },
          ...exemptions.map(({ id, title }) => ({ value: id, text: title })),
        ],
        errors,
      ),
      name: 'exemption',
    },
    why: {
      ...makeField(
        `why-${item.id}`,
        { label: 'Why', hint: 'Whoever asked reads this.', value: form.why, rows: 2 },
        errors,
      ),
      name: 'why',
    },
    part: {
      ...makeField(
        `instead-${item.id}`,
        {
          label: 'Words released instead',
          hint: 'Only where a part is withheld: what is left of it.',
          value: form.instead,
          rows: 3,
        },
        errors,
      ),
      name: 'instead',
    },
  }
}
