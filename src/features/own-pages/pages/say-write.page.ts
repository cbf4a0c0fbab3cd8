import { keepFile, takeFileAway } from '../../../shapes/file/file.store.ts'
import { changeDraft, changeThisDraft } from '../../../shapes/voice/draft.store.ts'
import { sendView } from '../../../shapes/voice/view.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { paths } from '../own-pages.paths.ts'
import { sayTo } from '../own-words.ts'
import { asSaying, readSaying, type Saying } from '../read-say.ts'
import { checkWritten, type FormError, MOST_FILES, readDraftAsWritten, readLast, readWritten } from '../say.form.ts'
import { asYoung } from '../young-visit.ts'
import { reckonWhen } from './say.page.ts'
import { presentCheck, presentFile, presentWrite, speaker } from './say.presenter.ts'

const TITLE = 'Say'

function answer(
  template: string,
  model: Record<string, unknown>,
  back: { href: string; text: string },
  errors: FormError[] = [],
): Answer {
  return {
    template: `features/own-pages/pages/${template}.njk`,
    title: TITLE,
    model,
    page: { back, ...(errors.length > 0 ? { errors } : {}) },
    ...(errors.length > 0 ? { status: 422 } : {}),
  }
}

const toBefore = { href: paths.sayBefore(), text: 'Who reads it' }
const toWords = { href: paths.sayWrite(), text: 'My words' }

export async function showWrite(visit: Visit): Promise<Answer> {
  return asSaying(visit, async (saying) => answer('say-write', presentWrite(saying), toBefore))
}

/** First it is kept, whatever it is; then it is looked at. */
export async function submitWrite(visit: Visit): Promise<Answer> {
  return asSaying(visit, async ({ level }) => {
    const saying = await keep(visit, readWritten(visit.form), level)
    if (visit.form.do === 'file') return { redirect: paths.sayFile() }
    if (visit.form.do === 'later') return { redirect: paths.say() }
    const errors = checkWritten(readDraftAsWritten(saying.draft), saying.files.length, sayTo(level, 'writeEmpty'))
    if (errors.length > 0) return answer('say-write', presentWrite(saying), toBefore, errors)
    return { redirect: paths.sayCheck() }
  })
}

async function keep(visit: Visit, changes: Record<string, string>, level: Saying['level']): Promise<Saying> {
  return visit.database.as(visit.actor, async (query) => {
    await changeDraft(query, changes)
    return readSaying(query, level)
  })
}

/** As it is typed, by the script of the page: only into the draft it belongs to. Nobody reads it there but the child. */
export async function submitDraft(visit: Visit): Promise<Answer> {
  return asYoung(visit, async () => {
    const isThere = await visit.database.as(visit.actor, (query) =>
      changeThisDraft(query, visit.form.draft ?? '', readWritten(visit.form)),
    )
    return { download: { name: 'here.txt', type: 'text/plain', body: isThere ? 'here' : 'gone' } }
  })
}

export async function showFile(visit: Visit): Promise<Answer> {
  return asSaying(visit, async (saying) => answer('say-file', presentFile(saying), toWords))
}

export async function submitFile(visit: Visit): Promise<Answer> {
  return asSaying(visit, async (saying) => {
    const { level, id, files } = saying
    const refuse = (text: string) => answer('say-file', presentFile(saying), toWords, [{ text, href: '#file' }])
    const [given] = visit.files
    if (!given || id === null) return refuse(sayTo(level, 'fileNone'))
    if (files.length >= MOST_FILES) return refuse(sayTo(level, 'fileEnough'))
    const kept = await keepFile(visit.database, visit.actor, visit.filesFolder, given, { kind: 'view', ref: id })
    return 'problem' in kept ? refuse(kept.problem) : { redirect: paths.sayFile() }
  })
}

export async function submitFileAway(visit: Visit): Promise<Answer> {
  return asSaying(visit, async () => {
    await takeFileAway(visit.database, visit.actor, visit.filesFolder, visit.params.id!)
    return { redirect: paths.sayFile() }
  })
}

export async function showCheck(visit: Visit): Promise<Answer> {
  return asSaying(visit, async (saying) => {
    const errors = checkWritten(readDraftAsWritten(saying.draft), saying.files.length, '')
    return errors.length > 0 ? { redirect: paths.sayWrite() } : answer('say-check', presentCheck(saying), toWords)
  })
}

/** Nothing about it is written down anywhere but in the child's own rows: no trace says who spoke, or of whom (rule 9). */
export async function submitCheck(visit: Visit): Promise<Answer> {
  return asSaying(visit, async ({ level, towards }) => {
    const saying = await keep(visit, readLast(visit.form), level)
    const written = readDraftAsWritten(saying.draft)
    const errors = checkWritten(written, saying.files.length, sayTo(level, 'writeEmpty'))
    if (errors.length > 0) return answer('say-write', presentWrite(saying), toBefore, errors)
    const { beside, isCounted, ...said } = written
    const refuse = (text: string, href: string) => answer('say-check', presentCheck(saying), toWords, [{ text, href }])
    if (beside === null) return refuse('Pick who is with you', '#with-nobody')
    const sentId = await visit.database.as(visit.actor, (query) =>
      sendView(
        query,
        { ...said, words: said.words.trim(), beside, mayBeCounted: isCounted },
        {
          to: towards?.kind === 'person' ? towards.reader.personId : null,
          about: towards?.kind === 'about' ? towards.adult.personId : null,
          coverFrom: reckonWhen(visit).coverFrom,
        },
      ),
    )
    if (sentId !== null) return { redirect: paths.saySent(sentId) }
    const say = speaker(level)
    return towards?.kind === 'about'
      ? refuse(say('aboutFailed', { who: towards.adult.name }), paths.notSafe())
      : refuse(say('sayFailed', { who: towards?.reader.firstName ?? '' }), paths.say())
  })
}
