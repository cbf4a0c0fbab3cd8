import { IMPACT_QUESTION, listMissingOfPaper, sayList } from '../../../domain/governance/what-is-missing.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { answerClash, readClash, takeChoice } from '../clash/clash.presenter.ts'
import { paths } from '../governance.paths.ts'
import { readLiveFigures } from '../live-subject.ts'
import { tidy } from '../minutes/save-minutes.command.ts'
import { findNames, sayName } from '../names/find-names.ts'
import { changePaper, findPaper, publishPaper } from '../paper.store.ts'

const FIELD_OF: Record<string, string> = {
  'a plain version': 'plain',
  'an answer to how it supports our children': 'impact',
  'the full paper': 'full',
}

const DONE: Record<string, string> = {
  saved: 'Saved. It is not published yet.',
  file: 'The file is kept. Its properties name nobody.',
}

export async function showEditPaper(visit: Visit): Promise<Answer> {
  return showPaperForm(visit, [])
}

/** Saves what was typed, always; publishes as well where that was asked, or says what is missing and keeps the words. */
export async function submitPaper(visit: Visit): Promise<Answer> {
  const form = takeChoice(visit.form)
  const text = (name: string) => tidy(form[name] ?? '').trim()
  const isToBePublished = visit.form.act === 'publish'
  if (text('title') === '')
    return showPaperForm(visit, [{ field: 'title', text: 'Give the paper a title.' }], { version: form.version })
  const words = {
    title: text('title'),
    writtenBy: text('writtenBy'),
    fullText: text('full'),
    plainVersion: text('plain'),
    impact: text('impact'),
  }
  const isSure = form.sure === 'yes'
  const given = Object.entries({
    title: 'title',
    writtenBy: 'writtenBy',
    plain: 'plainVersion',
    impact: 'impact',
    full: 'fullText',
  } as const).map(([field, part]) => ({ field, words: words[part] }))
  const saved = await visit.database.as(visit.actor, async (query) => {
    const paper = await findPaper(query, visit.params.id ?? '')
    if (paper === null) return null
    // What is out stays whole: the database would refuse it.
    const isOut = paper.publishedOn !== null
    const missing = listMissingOfPaper({ ...words, fileId: paper.fileId })
    const faults: FieldError[] = missing.map((part) => ({
      field: FIELD_OF[part]!,
      text: `This paper cannot be published without ${part}. Write it here; the rest is saved.`,
    }))
    const names = isOut || isToBePublished ? await findNames(query, given) : []
    faults.push(
      ...names.filter(({ isWhole }) => isWhole || !isSure).map((name) => ({ field: name.field, text: sayName(name) })),
    )
    const hasToAsk = names.some(({ isWhole }) => !isWhole)
    if (isOut && faults.length > 0) return { faults, hasToAsk, version: form.version }
    const from = Number(form.version ?? paper.version)
    if (!(await changePaper(query, paper.id, words, from)))
      return readClash(query, 'paper', paper.id, from, {
        title: { column: 'title', label: 'Title', mine: words.title },
        writtenBy: { column: 'written_by', label: 'Written by', mine: words.writtenBy },
        plain: { column: 'plain_version', label: 'Plain version', mine: words.plainVersion, rows: 8 },
        impact: { column: 'impact', label: IMPACT_QUESTION, mine: words.impact, rows: 3 },
        full: { column: 'full_text', label: 'Full paper', mine: words.fullText, rows: 16 },
      })
    const isPublished = isToBePublished && faults.length === 0
    if (isPublished) await publishPaper(query, paper.id, visit.today)
    const event = isPublished ? 'paper published' : 'paper changed'
    const detail = { paper: paper.id, ...(isPublished && hasToAsk ? { namesNobody: true } : {}) }
    await recordTrace(query, visit.actor, { event, detail })
    return { faults: isToBePublished ? faults : [], hasToAsk, version: undefined }
  })
  if (saved === null) return notFound
  if ('standing' in saved) {
    const back = { href: paths.editPaper(visit.params.id!), text: 'The paper' }
    return answerClash([saved], { action: back.href, keepHref: back.href, back })
  }
  if (saved.faults.length > 0) return showPaperForm(visit, saved.faults, saved)
  return {
    redirect: isToBePublished ? paths.paper(visit.params.id!) : `${paths.editPaper(visit.params.id!)}?done=saved`,
  }
}

interface FormState {
  /** What the form began from, where nothing was saved. */
  version?: string | undefined
  hasToAsk?: boolean
  /** What to read before the uploaded paper goes out. */
  warnings?: string[]
}

export async function showPaperForm(visit: Visit, errors: FieldError[], state: FormState = {}): Promise<Answer> {
  const paper = await visit.database.as(visit.actor, (query) => findPaper(query, visit.params.id ?? ''))
  if (paper === null) return notFound
  const figures = await readLiveFigures(visit, paper)
  const { form } = visit
  const missing = listMissingOfPaper(paper)
  return {
    template: 'features/governance/pages/edit-paper.njk',
    title: 'Write a paper',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence:
        paper.publishedOn !== null
          ? `“${paper.title}” is out.`
          : missing.length === 0
            ? `“${paper.title}” is whole and can go out.`
            : `“${paper.title}” still lacks ${sayList(missing)}.`,
      figures: figures.map((figure) => figure.title),
      action: paths.editPaper(paper.id),
      isOut: paper.publishedOn !== null,
      warnings: state.warnings ?? [],
      upload: {
        action: paths.paperFile(paper.id),
        href: paper.fileId ? paths.paperFile(paper.id) : '',
        title: paper.fileId ? 'Put another file in its place' : 'Or upload the full paper',
        error: errors.find(({ field }) => field === 'file') ?? null,
      },
      hasToAsk: state.hasToAsk ?? false,
      version: state.version ?? String(paper.version),
      readHref: paths.paper(paper.id),
      inputs: [
        makeField('title', { label: 'Title', value: form.title ?? paper.title }, errors),
        makeField(
          'writtenBy',
          { label: 'Written by', hint: 'A job title', value: form.writtenBy ?? paper.writtenBy },
          errors,
        ),
      ],
      texts: [
        makeField(
          'plain',
          {
            label: 'Plain version',
            hint: 'What a young person and a busy councillor need, in short sentences. It is read first.',
            value: form.plain ?? paper.plainVersion,
            rows: 8,
          },
          errors,
        ),
        makeField('impact', { label: IMPACT_QUESTION, value: form.impact ?? paper.impact, rows: 3 }, errors),
        makeField(
          'full',
          {
            label: 'Full paper',
            hint: 'An empty line begins a new paragraph. No child’s name, age or place. It can be released on request.',
            value: form.full ?? paper.fullText,
            rows: 16,
          },
          errors,
        ),
      ],
    },
    page: {
      isNarrow: true,
      back: { href: paths.meeting(paper.meetingId), text: 'The meeting' },
      ...listErrors(errors),
      ...(visit.query.done ? { notice: { text: DONE[visit.query.done] ?? '', isSuccess: true } } : {}),
    },
  }
}
