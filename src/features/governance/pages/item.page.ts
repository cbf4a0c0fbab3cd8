import type { Query } from '../../../database/database.ts'
import { allMeasures } from '../../../domain/measures/all-measures.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { answerClash, type Clash, readClash, takeChoice } from '../clash/clash.presenter.ts'
import { paths } from '../governance.paths.ts'
import { addItem, changeItem, findItem, findMeeting } from '../meeting.store.ts'
import { listNameErrors, type WordsToCheck } from '../names/find-names.ts'
import { addPaper, listPapers, type Subject } from '../paper.store.ts'

const SUBJECTS = [
  { value: 'words', text: 'Words alone' },
  { value: 'promises', text: 'The promises and where they stand' },
  { value: 'actions', text: 'Actions that are late, or have no owner or way to tell' },
  ...allMeasures.map((measure) => ({ value: measure.id, text: measure.plainTitle })),
]

export async function showNewItem(visit: Visit): Promise<Answer> {
  return showNew(visit, [])
}

export async function submitNewItem(visit: Visit): Promise<Answer> {
  const read = readItem(visit, false)
  if (read.errors.length > 0) return showNew(visit, read.errors)
  const id = await visit.database.as(visit.actor, async (query) => {
    const meeting = await findMeeting(query, visit.params.id ?? '')
    if (meeting === null || meeting.status === 'held') return null
    const names = meeting.status === 'planned' ? [] : await listNameErrors(query, wordsOf(read.item))
    if (names.length > 0) return names
    const item = await addItem(query, visit.actor.authorityId, {
      meetingId: meeting.id,
      bodyId: meeting.bodyId,
      title: read.item.title!,
      broughtBy: read.item.broughtBy,
      minutes: read.item.minutes,
      isPrivate: visit.form.private === 'yes',
    })
    await recordTrace(query, visit.actor, { event: 'agenda item added', detail: { item } })
    return meeting.id
  })
  if (Array.isArray(id)) return showNew(visit, id)
  return id === null ? notFound : { redirect: `${paths.meeting(id)}?done=item` }
}

export async function showItem(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitItem(visit: Visit): Promise<Answer> {
  const item = await visit.database.as(visit.actor, (query) => findItem(query, visit.params.id ?? ''))
  if (item === null) return notFound
  const read = readItem(visit, item.isYoungPeoples)
  if (read.errors.length > 0) return show(visit, read.errors)
  const outcome = await visit.database.as(visit.actor, async (query) => {
    const meeting = await findMeeting(query, item.meetingId)
    const isOut = meeting !== null && meeting.status !== 'planned'
    if (item.isYoungPeoples && isOut && read.item.title === null && read.item.otherwiseBecause === null) return 'empty'
    const names = isOut ? await listNameErrors(query, wordsOf(read.item)) : []
    if (names.length > 0) return names
    const from = Number(visit.form.version ?? item.version)
    if (!(await changeItem(query, item.id, read.item, from))) return findClash(query, item.id, from, read.item)
    await recordTrace(query, visit.actor, { event: 'agenda item changed', detail: { item: item.id } })
    return 'done'
  })
  if (outcome === 'empty')
    return show(visit, [
      {
        field: 'because',
        text: 'The agenda is out, so young people’s item cannot be left empty without a reason. Say why there is none; it is minuted.',
      },
    ])
  if (Array.isArray(outcome)) return show(visit, outcome)
  if (outcome !== 'done') {
    const back = { href: paths.meeting(item.meetingId), text: 'The meeting' }
    return answerClash([outcome], { action: paths.item(item.id), keepHref: back.href, back })
  }
  return { redirect: `${paths.meeting(item.meetingId)}?done=item` }
}

function wordsOf(item: ReturnType<typeof readItem>['item']): WordsToCheck[] {
  return [
    { field: 'title', words: item.title ?? '' },
    { field: 'broughtBy', words: item.broughtBy ?? '' },
    { field: 'because', words: item.otherwiseBecause ?? '' },
  ]
}

async function findClash(
  query: Query,
  id: string,
  from: number,
  mine: ReturnType<typeof readItem>['item'],
): Promise<Clash> {
  return readClash(query, 'agenda item', id, from, {
    title: { column: 'title', label: 'What it is about', mine: mine.title ?? '' },
    broughtBy: { column: 'brought_by', label: 'Brought by', mine: mine.broughtBy ?? '' },
    minutes: { column: 'minutes', label: 'Minutes', mine: String(mine.minutes), isWhole: true },
    because: { column: 'otherwise_because', label: 'If there is nothing, why', mine: mine.otherwiseBecause ?? '' },
  })
}

/** A paper for an item: about words, the promises, actions, or a measure that it will show. */
export async function submitNewPaper(visit: Visit): Promise<Answer> {
  const asked = visit.form.subject ?? ''
  const title = (visit.form.paperTitle ?? '').trim()
  const errors: FieldError[] = []
  if (!SUBJECTS.some((choice) => choice.value === asked))
    errors.push({ field: 'subject', text: 'Choose what the paper shows.' })
  if (title === '') errors.push({ field: 'paperTitle', text: 'Give the paper a title.' })
  if (errors.length > 0) return show(visit, errors)
  const isMeasure = allMeasures.some((measure) => measure.id === asked)
  const id = await visit.database.as(visit.actor, async (query) => {
    const item = await findItem(query, visit.params.id ?? '')
    if (item === null) return null
    const there = (await listPapers(query, item.meetingId)).find((paper) => paper.itemId === item.id)
    if (there) return there.id
    const paper = await addPaper(query, visit.actor.authorityId, {
      itemId: item.id,
      meetingId: item.meetingId,
      bodyId: item.bodyId,
      title,
      writtenBy: (visit.form.writtenBy ?? '').trim(),
      subject: isMeasure ? 'measure' : (asked as Subject),
      subjectRef: isMeasure ? asked : null,
    })
    await recordTrace(query, visit.actor, { event: 'paper begun', detail: { paper } })
    return paper
  })
  return id === null ? notFound : { redirect: paths.editPaper(id) }
}

function readItem(visit: Visit, isYoungPeoples: boolean) {
  const form = takeChoice(visit.form)
  const text = (name: string) => (form[name] ?? '').trim() || null
  const minutes = Number(form.minutes ?? '')
  const errors: FieldError[] = []
  const item = { title: text('title'), broughtBy: text('broughtBy'), minutes, otherwiseBecause: text('because') }
  if (item.title === null && !isYoungPeoples) errors.push({ field: 'title', text: 'Say what the item is about.' })
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 240)
    errors.push({ field: 'minutes', text: 'Enter how many minutes it takes, from 1 to 240.' })
  if (item.otherwiseBecause !== null && item.otherwiseBecause.length < 10)
    errors.push({ field: 'because', text: 'Say why in a sentence of ten letters or more; it is minuted.' })
  return { item, errors }
}

async function showNew(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const meeting = await visit.database.as(visit.actor, (query) => findMeeting(query, visit.params.id ?? ''))
  if (meeting === null || meeting.status === 'held') return notFound
  const { form } = visit
  return {
    template: 'form.njk',
    title: 'A new item',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: 'Add an item at the end of the agenda.',
      lead: '',
      action: `${paths.meeting(meeting.id)}/items/new`,
      button: 'Add the item',
      cancelHref: paths.meeting(meeting.id),
      extras: [],
      fields: [
        ...makeItemFields(form, { title: '', broughtBy: '', minutes: 10 }, errors),
        makeSelect(
          'private',
          {
            label: 'Who may see it',
            hint: 'A private item is not there at all for others: no title, no count, no file name.',
            value: form.private ?? 'no',
          },
          [
            { value: 'no', text: 'Everybody who may see this agenda' },
            { value: 'yes', text: 'Members alone: private' },
          ],
          errors,
        ),
      ],
    },
    page: { isNarrow: true, back: { href: paths.meeting(meeting.id), text: 'The meeting' }, ...listErrors(errors) },
  }
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const item = await findItem(query, visit.params.id ?? '')
    if (item === null) return null
    return { item, paper: (await listPapers(query, item.meetingId)).find((paper) => paper.itemId === item.id) }
  })
  if (found === null) return notFound
  const { item, paper } = found
  const { form } = visit
  const because = item.isYoungPeoples
    ? [
        makeField(
          'because',
          {
            label: 'If there is nothing, why',
            hint: 'Only where young people bring nothing this time. It is minuted.',
            value: form.because ?? item.otherwiseBecause ?? '',
            rows: 2,
          },
          errors,
        ),
      ]
    : []
  const addPaperForm = {
    action: `${paths.item(item.id)}/paper`,
    title: 'Add a paper',
    lead: 'Its figures come from the record as they are on the day, with small numbers hidden.',
    button: 'Begin the paper',
    fields: [
      makeField('paperTitle', { label: 'Title of the paper', value: form.paperTitle }, errors),
      makeField('writtenBy', { label: 'Who writes it', hint: 'Their job title', value: form.writtenBy }, errors),
      makeSelect('subject', { label: 'What it shows', value: form.subject ?? 'words' }, SUBJECTS, errors),
    ],
  }
  return {
    template: 'form.njk',
    title: 'An item',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: item.isYoungPeoples ? 'Young people’s item: what do they bring?' : 'Change this item.',
      lead: item.isYoungPeoples ? 'It is always first. It cannot be moved, and it is not left empty in silence.' : '',
      action: paths.item(item.id),
      button: 'Save the item',
      cancelHref: paths.meeting(item.meetingId),
      hidden: [{ name: 'version', value: form.version ?? String(item.version) }],
      extras: paper === undefined ? [addPaperForm] : [],
      fields: [...makeItemFields(form, item, errors), ...because],
    },
    page: { isNarrow: true, back: { href: paths.meeting(item.meetingId), text: 'The meeting' }, ...listErrors(errors) },
  }
}

function makeItemFields(
  form: Record<string, string>,
  item: { title: string | null; broughtBy: string | null; minutes: number },
  errors: FieldError[],
) {
  return [
    makeField('title', { label: 'What it is about', value: form.title ?? item.title ?? '' }, errors),
    makeField(
      'broughtBy',
      {
        label: 'Brought by',
        hint: 'A group or a job title, never a young person’s name',
        value: form.broughtBy ?? item.broughtBy ?? '',
      },
      errors,
    ),
    makeField(
      'minutes',
      { label: 'Minutes', value: form.minutes ?? String(item.minutes), classes: 'govuk-input--width-3' },
      errors,
    ),
  ]
}
