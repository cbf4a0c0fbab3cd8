import { textLevel } from '../../../domain/own/text-level.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { sayPictureWord } from '../../../domain/voice/say-set.ts'
import { isLateForHardNews, viewStanding } from '../../../domain/voice/view-standing.ts'
import type { StoredFile } from '../../../shapes/file/file.store.ts'
import type { HeardView, ViewAnswer } from '../../../shapes/voice/view.store.ts'
import type { AnswerTyped } from '../answer.form.ts'
import type { FieldError } from '../told.form.ts'
import { paths } from '../voices.paths.ts'
import { sayPlace } from './inbox.presenter.ts'

interface ViewFacts {
  view: HeardView
  files: StoredFile[]
  /** Null: this view is not one to be counted. */
  themes: { id: string; title: string }[] | null
  themesOf: { id: string; title: string }[]
  today: IsoDate
  /** London, "yyyy-mm-ddThh:mm". */
  now: string
  holidays: ReadonlySet<IsoDate>
  typed: { answer: AnswerTyped; on: string | null; errors: FieldError[] }
  isDone: boolean
}

const FEELING: Record<string, string> = { happy: 'happy', ok: 'OK', sad: 'sad', worried: 'worried', angry: 'angry' }
const REPLY: Record<string, string> = {
  yes: 'They say: yes, that answers it.',
  'a bit': 'They say it answers it a bit. It stays open.',
  no: 'They say it does not answer it. It stays open.',
}

/** A child's own words and what came back. Nothing of an adult's stands beside the words. */
export function presentView(facts: ViewFacts) {
  const { view, files } = facts
  const name = view.firstName ?? 'This child'
  const standing = viewStanding(view)
  return {
    sentence: saySentence(name, standing),
    lead: [
      `Said on ${sayDate(view.saidOn)}`,
      sayPlace(view),
      view.beside === 'nobody' ? 'nobody was beside them' : `beside them: ${view.beside}`,
    ]
      .filter(Boolean)
      .join(' · '),
    name,
    words: view.words.trim(),
    feeling: view.feeling === null ? null : { picture: `feeling-${view.feeling}`, text: FEELING[view.feeling] },
    pictures: view.pictures.map((picture) => ({ picture, text: sayPictureWord(picture) })),
    files: files.map(({ id, type }) => ({ href: `/files/${id}`, kind: type.split('/')[0]! })),
    answers: view.answers.map((answer) => presentAnswer(answer, facts, name)),
    form: standing === 'to answer' || standing === 'still open' ? presentForm(facts, name) : null,
    draftDone: facts.isDone ? view.id : '',
    theme: presentTheme(facts),
  }
}

function saySentence(name: string, standing: ReturnType<typeof viewStanding>): string {
  switch (standing) {
    case 'to answer':
      return `${name} said this, and waits for an answer.`
    case 'to tell':
      return `${name} has to be told in person before your answer stands on their page.`
    case 'still open':
      return `${name} says this is not answered enough.`
    case 'answered':
      return `${name} has your answer. It is closed when they say so.`
    case 'closed':
      return `${name} says this is answered.`
    case 'taken back':
      return `${name} took this back. You had opened it, so it stays with you; it needs no answer.`
  }
}

function presentAnswer(answer: ViewAnswer, { view, today, typed }: ViewFacts, name: string) {
  const toTell = answer.isHard && answer.toldOn === null
  const error = typed.errors.find(({ field }) => field === 'on')
  return {
    title: `Answer of ${sayDate(answer.answeredOn)}${answer.answeredBy ? `, ${answer.answeredBy}` : ''}`,
    words: answer.words,
    changes: answer.whatChanges,
    by: answer.byOn === null ? '' : `by ${sayDate(answer.byOn)}`,
    told: answer.toldOn === null ? '' : `Told in person on ${sayDate(answer.toldOn)}.`,
    reply: answer.reply === null ? '' : (REPLY[answer.reply] ?? ''),
    tell:
      toTell && view.withdrawnOn === null
        ? {
            action: paths.told(view.id, answer.id),
            why: `${name} cannot see this yet. Tell them where they can ask and somebody stays with them; then say so here.`,
            on: {
              id: 'on',
              name: 'on',
              value: typed.on ?? today,
              label: { text: 'I told them in person, on' },
              hint: { text: `Year-month-day, for example ${today}` },
              classes: 'govuk-input--width-10',
              ...(error ? { errorMessage: { text: error.text } } : {}),
            },
          }
        : null,
  }
}

function presentForm({ view, today, now, holidays, typed: { answer, errors } }: ViewFacts, name: string) {
  const errorOf = (field: string) => {
    const error = errors.find((one) => one.field === field)
    return error ? { errorMessage: { text: error.text } } : {}
  }
  return {
    action: paths.answer(view.id),
    draft: view.id,
    title: view.answers.length > 0 ? `Answer ${name} again` : `Answer ${name}`,
    words: {
      id: 'words',
      name: 'words',
      value: answer.words,
      rows: 5,
      label: { text: `Your answer, in words for ${name}`, classes: 'govuk-label--s' },
      hint: { text: sayReadingHint(view, today) },
      ...errorOf('words'),
    },
    changes: {
      id: 'changes',
      name: 'changes',
      value: answer.changes,
      rows: 2,
      label: { text: 'What will change', classes: 'govuk-label--s' },
      hint: { text: 'Leave this empty where nothing will; then say why in your answer.' },
      ...errorOf('changes'),
    },
    by: {
      id: 'by',
      name: 'by',
      value: answer.by,
      label: { text: 'By when', classes: 'govuk-label--s' },
      hint: { text: `Year-month-day, for example ${today}` },
      classes: 'govuk-input--width-10',
      ...errorOf('by'),
    },
    way: {
      idPrefix: 'way',
      name: 'way',
      value: answer.way,
      fieldset: { legend: { text: 'How does it reach them?', classes: 'govuk-fieldset__legend--s' } },
      items: [
        { value: 'page', text: 'On their page, now' },
        {
          value: 'tell',
          text: 'This is hard news: I will tell them in person first',
          hint: {
            text: 'A move, a worker leaving, family time, what a panel decided, a “no”. It is on their page only once you say here that you told them.',
          },
        },
        {
          value: 'told',
          text: 'I told them in person today',
          hint: { text: 'It goes on their page, so that they can read it again.' },
        },
      ],
      ...errorOf('way'),
    },
    warning: isLateForHardNews(now, holidays)
      ? 'Days when nobody is there to talk to are close. Is it hard news? Tell them in person first, and not now, unless it cannot wait.'
      : '',
  }
}

/** For the age the reader may know; a cover often may not. */
function sayReadingHint(view: HeardView, today: IsoDate): string {
  if (view.bornOn === null) return 'Short sentences and everyday words.'
  switch (textLevel(view.bornOn, today)) {
    case 'to 11':
      return 'Up to 11 years: short sentences of everyday words, one thing in each. Begin with what they said, in their words.'
    case '12 to 15':
      return '12 to 15 years: plain words, what happens and when. Begin with what they said.'
    case '16 and over':
      return '16 or over: plainly, as to an adult. Begin with what they said.'
  }
}

function presentTheme({ view, themes, themesOf }: ViewFacts) {
  if (themes === null || (themes.length === 0 && themesOf.length === 0)) return null
  const put = new Set(themesOf.map(({ id }) => id))
  return {
    action: `/themes/views/${view.id}`,
    of: themesOf.map(({ id, title }) => ({ id, title })),
    field: {
      id: 'theme',
      name: 'theme',
      label: { text: 'Theme' },
      items: [
        { value: '', text: 'Choose a theme' },
        ...themes.filter(({ id }) => !put.has(id)).map(({ id, title }) => ({ value: id, text: title })),
      ],
    },
  }
}
