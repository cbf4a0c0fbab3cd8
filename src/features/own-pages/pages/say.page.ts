import { answerBy, coverFrom } from '../../../domain/voice/cover-from.ts'
import { takeFileAway } from '../../../shapes/file/file.store.ts'
import { changeDraft, dropDraft } from '../../../shapes/voice/draft.store.ts'
import { canTellAbout } from '../../../shapes/voice/view.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { bankHolidays } from '../../children/index.ts'
import { paths } from '../own-pages.paths.ts'
import { sayTo } from '../own-words.ts'
import { asSaying, type Saying, toldOf } from '../read-say.ts'
import { readWay } from '../say.form.ts'
import { presentAdults, presentBefore, presentWho, speaker } from './say.presenter.ts'

const TITLE = 'Say'

/** The same time of day, one working day later, and by when an answer is expected. */
export function reckonWhen({ today }: Visit) {
  const time = Temporal.Now.instant().toZonedDateTimeISO('Europe/London').toPlainTime().toString().slice(0, 5)
  return { today, coverFrom: coverFrom(today, time, bankHolidays), answerBy: answerBy(today, bankHolidays) }
}

export async function showWho(visit: Visit): Promise<Answer> {
  return asSaying(visit, async (saying) => answerWho(visit, saying), { isBeforeTold: true })
}

function answerWho(visit: Visit, saying: Saying, text = '', href = ''): Answer {
  return {
    template: 'features/own-pages/pages/say.njk',
    title: TITLE,
    model: presentWho(saying, visit.query.way ?? visit.form.way),
    page: {
      back: { href: paths.home(), text: 'Home' },
      ...(visit.query.thrown === '1' ? { notice: { text: sayTo(saying.level, 'sayThrown') } } : {}),
      ...(text === '' ? {} : { errors: [{ text, href }] }),
    },
    ...(text === '' ? {} : { status: 422 }),
  }
}

/** What was written already stays, and goes to whom they choose now. */
export async function submitWho(visit: Visit): Promise<Answer> {
  return asSaying(
    visit,
    async (saying) => {
      const reader = saying.readers.find(({ personId }) => personId === visit.form.to)
      if (!reader) return answerWho(visit, saying, 'Pick one of your people', '#who')
      await visit.database.as(visit.actor, (query) =>
        changeDraft(query, { to: reader.personId, about: '', told: '', way: readWay(visit.form.way) }),
      )
      return { redirect: paths.sayBefore() }
    },
    { isBeforeTold: true },
  )
}

export async function submitThrowAway(visit: Visit): Promise<Answer> {
  return asSaying(
    visit,
    async ({ files }) => {
      for (const { id } of files) await takeFileAway(visit.database, visit.actor, visit.filesFolder, id)
      await visit.database.as(visit.actor, dropDraft)
      return { redirect: `${paths.say()}?thrown=1` }
    },
    { isBeforeTold: true },
  )
}

export async function showAdults(visit: Visit): Promise<Answer> {
  return asSaying(visit, async (saying) => answerAdults(saying), { isBeforeTold: true })
}

function answerAdults(saying: Saying, text = '', href = ''): Answer {
  return {
    template: 'features/own-pages/pages/say-adult.njk',
    title: TITLE,
    model: presentAdults(saying),
    page: {
      back: { href: paths.say(), text: 'Back' },
      ...(text === '' ? {} : { errors: [{ text, href }] }),
    },
    ...(text === '' ? {} : { status: 422 }),
  }
}

export async function submitAdult(visit: Visit): Promise<Answer> {
  return asSaying(
    visit,
    async (saying) => {
      const adult = saying.adults.find(({ personId }) => personId === visit.form.about)
      if (!adult) return answerAdults(saying, 'Pick who it is about', '#who')
      if (!(await visit.database.as(visit.actor, (query) => canTellAbout(query, adult.personId))))
        return answerAdults(saying, speaker(saying.level)('aboutNobody', { who: adult.name }), paths.notSafe())
      await visit.database.as(visit.actor, (query) =>
        changeDraft(query, { to: '', about: adult.personId, told: '', counted: '' }),
      )
      return { redirect: paths.sayBefore() }
    },
    { isBeforeTold: true },
  )
}

export async function showBefore(visit: Visit): Promise<Answer> {
  return asSaying(
    visit,
    async (saying) => {
      if (saying.towards === null) return { redirect: paths.say() }
      const isChanged = visit.query.changed === '1' && (saying.draft.told ?? '') !== ''
      return {
        template: 'features/own-pages/pages/say-before.njk',
        title: TITLE,
        model: presentBefore(saying, reckonWhen(visit)),
        page: {
          back: { href: saying.towards.kind === 'person' ? paths.say() : paths.sayAdult(), text: 'Back' },
          ...(isChanged ? { notice: { text: sayTo(saying.level, 'changedCover') } } : {}),
        },
      }
    },
    { isBeforeTold: true },
  )
}

export async function submitBefore(visit: Visit): Promise<Answer> {
  return asSaying(
    visit,
    async ({ towards, draft }) => {
      if (towards === null) return { redirect: paths.say() }
      await visit.database.as(visit.actor, (query) => changeDraft(query, { told: toldOf(towards) }))
      const way = readWay(draft.way)
      return { redirect: way === 'voice' || way === 'sign' ? paths.sayFile() : paths.sayWrite() }
    },
    { isBeforeTold: true },
  )
}
