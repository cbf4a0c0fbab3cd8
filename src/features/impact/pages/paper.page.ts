import { splitParagraphs } from '../../../domain/governance/reading-time.ts'
import { EFFECTS } from '../../../domain/impact/check-answer.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { sayPrinciples } from '../../../domain/strategy/principles.ts'
import { type FieldError, listErrors, makeField } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { type ImpactComment, listComments } from '../comment.store.ts'
import { paths } from '../impact.paths.ts'
import { findImpactPaper, type ImpactAnswer, type PaperWithAnswers, stateOf } from '../impact.store.ts'
import { mayAnswer } from './new-paper.page.ts'
import { PILLS } from './register.page.ts'

const NOTICES: Record<string, string> = {
  entered: 'The paper is on the register. Everybody sees that it has no answer yet.',
  answered: 'The answer is kept. A corporate parenting lead reads it next.',
  reviewed: 'Your word stands under the answer.',
  opened: 'Young people can read its plain words now, and say what they think.',
  passed: 'It is kept, and the one who wrote it can see it.',
  replied: 'Your answer stands under what was said. Young people can read it.',
}

/** A paper with its answer, what was said of it, and what whoever asks may do next. */
export async function showPaper(visit: Visit, errors: FieldError[] = []): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const paper = await findImpactPaper(query, visit.params.id ?? '')
    return paper === null ? null : { paper, comments: await listComments(query, paper.id) }
  })
  if (found === null) return notFound
  const { paper, comments } = found
  const [last, ...earlier] = paper.answers
  const mayReply = visit.can('impact:write') || paper.answers.some(({ isMine }) => isMine)
  return {
    template: 'features/impact/pages/paper.njk',
    title: paper.title,
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: saySentence(paper),
      title: paper.title,
      lead: `${paper.organisation}. ${paper.whoDecides} ${paper.decidesOn < visit.today ? 'decided' : 'decides'} on ${sayDate(paper.decidesOn)}.`,
      pill: PILLS[stateOf(paper)],
      last: last ? presentAnswer(last) : null,
      earlier: earlier.map(presentAnswer),
      answerHref: mayAnswer(paper) ? paths.answer(paper.id) : '',
      answerText: last === undefined ? 'Answer for this paper' : 'Answer again',
      review: presentReview(visit, paper, errors),
      open: presentOpening(visit, paper),
      isOpened: paper.answers.some(({ openedOn }) => openedOn !== null),
      comments: comments
        .filter(({ typed, passedOn }) => typed === null || passedOn !== null)
        .map((one) => presentComment(one, mayReply)),
      toPass: comments
        .filter(({ typed, passedOn, isMine }) => typed !== null && passedOn === null && !isMine)
        .map(presentToPass),
    },
    page: {
      back: { href: paths.register(), text: 'Impact check' },
      ...(NOTICES[visit.query.done ?? ''] ? { notice: { text: NOTICES[visit.query.done!]!, isSuccess: true } } : {}),
      ...listErrors(errors),
    },
  }
}

function saySentence(paper: PaperWithAnswers): string {
  const [last] = paper.answers
  if (last === undefined) return 'Nobody has said yet what this paper does for our children.'
  const said = {
    helps: 'It helps our children',
    'could harm': 'It could harm our children',
    'no difference': 'It makes no difference to our children',
  }[last.effect]
  const review = {
    enough: 'and the answer was found enough.',
    'ask again': 'and the author is asked again.',
    none: 'and the answer waits for review.',
  }
  return `${said}, its author says, ${review[last.outcome ?? 'none']}`
}

export function presentAnswer(answer: ImpactAnswer) {
  const { effect, why, aboutHarm, howAsked, plainWords, writtenBy, saidOn, outcome, reviewWords, reviewedOn } = answer
  return {
    effect: EFFECTS[effect],
    why: splitParagraphs(why),
    parts: [
      { title: 'What will be done about harm', words: splitParagraphs(aboutHarm) },
      { title: 'How children and young people were asked', words: splitParagraphs(howAsked) },
      { title: 'For young people, in plain words', words: splitParagraphs(plainWords) },
    ].filter(({ words }) => words.length > 0),
    principles: sayPrinciples(answer.principles),
    by: `${writtenBy}, ${sayDate(saidOn)}`,
    review:
      outcome === null || reviewedOn === null
        ? ''
        : `${outcome === 'enough' ? 'Found enough' : 'Asked again'} by a corporate parenting lead on ${sayDate(reviewedOn)}${reviewWords ? `: ${reviewWords}` : '.'}`,
  }
}

function presentReview(visit: Visit, { id, answers }: PaperWithAnswers, errors: FieldError[]) {
  const [last] = answers
  if (!visit.can('impact:write') || last === undefined || last.outcome !== null) return null
  if (last.isMine) return { isOwn: true }
  return {
    action: paths.review(id),
    version: String(last.version),
    words: makeField(
      'words',
      {
        label: 'Your word to the author',
        hint: 'Asking again needs one: what is missing.',
        rows: 3,
        value: visit.form.words,
      },
      errors,
    ),
  }
}

function presentOpening(visit: Visit, { id, answers }: PaperWithAnswers) {
  const [last] = answers
  const may = visit.can('impact:write') || visit.can('themes:write')
  if (!may || last?.outcome !== 'enough' || last.openedOn !== null) return null
  return { action: last.plainWords.trim() === '' ? '' : paths.open(id), version: String(last.version) }
}

function presentComment({ id, words, because, signed, passedOn, reply }: ImpactComment, mayReply: boolean) {
  return {
    words: words === null ? [] : splitParagraphs(words),
    // For those who pass words on alone: the author's rows hold no such thing.
    because: because ?? '',
    by: signed || 'A young person',
    on: sayOn(passedOn),
    reply: reply ? { words: splitParagraphs(reply.words), by: `${reply.writtenBy}, ${sayDate(reply.saidOn)}` } : null,
    action: words !== null && reply === null && mayReply ? paths.reply(id) : '',
    field: makeField(
      `reply-${id}`,
      { label: 'Answer back', hint: 'Young people read it. What will change, or why not.', rows: 2 },
      [],
    ),
    byField: makeField(`by-${id}`, { label: 'Who answers, as a title' }, []),
  }
}

function presentToPass({ id, typed, signed }: ImpactComment) {
  return {
    typed: splitParagraphs(typed ?? ''),
    by: signed || 'no name chosen',
    action: paths.pass(id),
    words: makeField(
      `pass-${id}`,
      {
        label: 'As others will read it',
        hint: 'Change what could tell who wrote it: no age, place or event of one life.',
        rows: 3,
        value: typed ?? '',
      },
      [],
    ),
    because: makeField(
      `because-${id}`,
      { label: 'Or why you do not pass it on', hint: 'Whoever wrote it reads this, and nobody else.', rows: 2 },
      [],
    ),
  }
}

const sayOn = (day: IsoDate | null) => (day === null ? '' : sayDate(day))
