import { keepUnlessNamed } from '../../../database/name-refused.ts'
import { isIsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { addDocument, addWord, endEntry, listDocuments, listWords } from '../document.store.ts'
import { paths } from '../impact.paths.ts'

/** Documents that belong with the council's parenting, and what words in them mean: for everybody. */
export async function showDocuments(visit: Visit, errors: FieldError[] = []): Promise<Answer> {
  const { documents, words } = await visit.database.as(visit.actor, async (query) => ({
    documents: await listDocuments(query),
    words: await listWords(query),
  }))
  const canWrite = visit.can('plan:write')
  const { form } = visit
  return {
    template: 'features/impact/pages/documents.njk',
    title: 'Documents and words',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: `${documents.length === 1 ? 'One document' : `${documents.length} documents`} to read, and what ${words.length === 1 ? 'one word means' : `${words.length} words mean`}.`,
      documents: documents.map(({ id, title, whatItIs, link, datedOn }) => ({
        text: title,
        href: link,
        note: [whatItIs, datedOn ? sayDate(datedOn) : ''].filter(Boolean).join(' · '),
        end: canWrite ? paths.endDocument(id) : '',
      })),
      words: words.map(({ id, word, meaning }) => ({ word, meaning, end: canWrite ? paths.endWord(id) : '' })),
      forms: canWrite
        ? [
            {
              title: 'Add a document',
              action: paths.documents(),
              fields: [
                makeField('title', { label: 'The document', value: form.title }, errors),
                makeField('whatItIs', { label: 'What it is, in a sentence', value: form.whatItIs }, errors),
                makeField('link', { label: 'Where to read it', hint: 'https://…', value: form.link }, errors),
                makeField(
                  'datedOn',
                  { label: 'Its day, if it has one', hint: 'Year-month-day', value: form.datedOn },
                  errors,
                ),
              ],
            },
            {
              title: 'Say what a word means',
              action: paths.newWord(),
              fields: [
                makeField('word', { label: 'The word', value: form.word }, errors),
                makeField(
                  'meaning',
                  { label: 'What it means, as you would tell a child', value: form.meaning },
                  errors,
                ),
              ],
            },
          ]
        : [],
    },
    page: { isNarrow: true, ...listErrors(errors) },
  }
}

export async function submitDocument(visit: Visit): Promise<Answer> {
  const text = readText(visit)
  const [title, whatItIs, link, datedOn] = [text('title'), text('whatItIs'), text('link'), text('datedOn')]
  const errors: FieldError[] = []
  if (title.length < 3 || title.length > 200)
    errors.push({ field: 'title', text: 'Enter what it is called, in 3 to 200 letters.' })
  if (whatItIs.length > 500) errors.push({ field: 'whatItIs', text: 'Say it in 500 letters at most.' })
  if (!link.startsWith('https://') || link.length > 500)
    errors.push({ field: 'link', text: 'Enter an address that begins with https://' })
  if (datedOn !== '' && !isIsoDate(datedOn))
    errors.push({ field: 'datedOn', text: 'Enter the day as year-month-day: 2026-03-31.' })
  return keep(visit, 'title', 'document entered', errors, (query) =>
    addDocument(query, visit.actor.authorityId, { title, whatItIs, link, datedOn: datedOn || null }),
  )
}

export async function submitWord(visit: Visit): Promise<Answer> {
  const text = readText(visit)
  const [word, meaning] = [text('word'), text('meaning')]
  const errors: FieldError[] = []
  if (word.length < 2 || word.length > 80) errors.push({ field: 'word', text: 'Enter the word, in 2 to 80 letters.' })
  if (meaning.length < 3 || meaning.length > 1000)
    errors.push({ field: 'meaning', text: 'Say what it means, in 3 to 1,000 letters.' })
  return keep(visit, 'meaning', 'word explained', errors, (query) =>
    addWord(query, visit.actor.authorityId, { word, meaning }),
  )
}

export async function submitEndDocument(visit: Visit): Promise<Answer> {
  return end(visit, 'related_document', 'document taken off')
}

export async function submitEndWord(visit: Visit): Promise<Answer> {
  return end(visit, 'word_meaning', 'word taken off')
}

const readText =
  ({ form }: Visit) =>
  (name: string) =>
    (form[name] ?? '').trim()

async function keep(
  visit: Visit,
  field: string,
  event: string,
  errors: FieldError[],
  work: Parameters<typeof visit.database.as<void>>[1],
): Promise<Answer> {
  if (errors.length > 0) return showDocuments(visit, errors)
  const refused = await keepUnlessNamed(field, () =>
    visit.database.as(visit.actor, async (query) => {
      await work(query)
      await recordTrace(query, visit.actor, { event })
    }),
  )
  return refused.length > 0 ? showDocuments(visit, refused) : { redirect: paths.documents() }
}

async function end(visit: Visit, table: 'related_document' | 'word_meaning', event: string): Promise<Answer> {
  const isDone = await visit.database.as(visit.actor, async (query) => {
    const isEnded = await endEntry(query, table, visit.params.id ?? '')
    if (isEnded) await recordTrace(query, visit.actor, { event, detail: { id: visit.params.id! } })
    return isEnded
  })
  return isDone ? { redirect: paths.documents() } : notFound
}
