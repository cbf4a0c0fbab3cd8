import { splitParagraphs } from '../../../domain/governance/reading-time.ts'
import { EFFECTS } from '../../../domain/impact/check-answer.ts'
import { isWithCover } from '../../../domain/impact/covered.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { type FieldError, listErrors, makeField } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { bankHolidays } from '../../children/index.ts'
import { addComment, type ImpactComment, listCommentReaders, listComments, takeBackComment } from '../comment.store.ts'
import { listWords } from '../document.store.ts'
import { paths } from '../impact.paths.ts'
import { listImpactPapers, type PaperWithAnswers } from '../impact.store.ts'

const NOBODY =
  'Nobody is there to read it at the moment. Your worker, or the people who run your group, can pass it on.'

/** For a child, a care leaver, or one who speaks for others; for everybody else these pages are not there. */
function isYoung({ person }: Visit): boolean {
  return person.roles.some((role) => ['child', 'young_adult', 'young_representative'].includes(role))
}

export async function showOurs(visit: Visit): Promise<Answer> {
  if (!isYoung(visit)) return notFound
  const { papers, comments } = await visit.database.as(visit.actor, async (query) => ({
    papers: (await listImpactPapers(query)).flatMap(toOpened),
    comments: await listComments(query),
  }))
  const coming = papers.filter(({ paper }) => paper.decidesOn >= visit.today)
  return {
    template: 'features/impact/pages/our-say.njk',
    title: 'What is being decided',
    model: {
      sentence:
        coming.length === 0
          ? 'Nothing waits for what you think at the moment.'
          : `${coming.length === 1 ? 'One thing is' : `${coming.length} things are`} about to be decided. What do you think?`,
      rows: papers.map(({ paper }) => ({
        text: paper.title,
        href: paths.oursOne(paper.id),
        note: [
          sayDecision(paper, visit.today),
          comments.some((one) => one.paperId === paper.id && one.isMine && one.reply)
            ? 'There is an answer for you.'
            : '',
        ]
          .filter(Boolean)
          .join(' '),
      })),
      isYoungFrame: isInYoungFrame(visit),
    },
    page: { isNarrow: true },
  }
}

export async function showOursOne(visit: Visit, errors: FieldError[] = []): Promise<Answer> {
  if (!isYoung(visit)) return notFound
  const found = await visit.database.as(visit.actor, async (query) => {
    const opened = (await listImpactPapers(query)).flatMap(toOpened).find(({ paper }) => paper.id === visit.params.id)
    return (
      opened && {
        ...opened,
        comments: await listComments(query, opened.paper.id),
        who: await listCommentReaders(query),
      }
    )
  })
  if (!found) return notFound
  const { paper, answer, comments, who } = found
  const canSay = who.readers.length > 0 && who.covers.length > 0
  return {
    template: 'features/impact/pages/our-say-one.njk',
    title: 'What is being decided',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: paper.title,
      decision: sayDecision(paper, visit.today),
      effect: `${answer.writtenBy} says: ${EFFECTS[answer.effect].toLowerCase()}${answer.effect === 'no difference' ? '' : ' our children and care leavers'}.`,
      words: splitParagraphs(answer.plainWords),
      mine: comments.filter(({ isMine }) => isMine).map((one) => presentMine(one, who.covers, visit.today)),
      others: comments.filter(({ isMine, words }) => !isMine && words !== null).map(presentOther),
      canSay,
      nobody: NOBODY,
      who: canSay
        ? `${who.readers.join(' and ')} reads it first. If it waits for more than one working day, ${who.covers.join(' or ')} does.`
        : '',
      action: paths.oursOne(paper.id),
      field: makeField('words', { label: 'What do you think?', rows: 4, value: visit.form.words }, errors),
      signed: makeField(
        'signed',
        {
          label: 'A name under it, if you want one',
          hint: 'Leave it empty and nobody who wrote the paper knows who you are.',
          value: visit.form.signed,
        },
        errors,
      ),
      isYoungFrame: isInYoungFrame(visit),
    },
    page: {
      isNarrow: true,
      back: { href: paths.ours(), text: 'What is being decided' },
      ...(visit.query.done === 'said'
        ? { notice: { text: 'It is sent. You can take it back here at any time.', isSuccess: true } }
        : {}),
      ...(visit.query.done === 'back'
        ? { notice: { text: 'It is taken back. Nobody else can read it any more.', isSuccess: true } }
        : {}),
      ...listErrors(errors),
    },
  }
}

export async function submitOurs(visit: Visit): Promise<Answer> {
  if (!isYoung(visit)) return notFound
  const { actor, form, params } = visit
  const text = (name: string) => (form[name] ?? '').replace(/\r\n/g, '\n').trim()
  const [words, signed] = [text('words'), text('signed')]
  const ready = await visit.database.as(actor, async (query) => {
    const { readers, covers } = await listCommentReaders(query)
    const isThere = (await listImpactPapers(query)).flatMap(toOpened).some(({ paper }) => paper.id === params.id)
    return isThere ? { canSay: readers.length > 0 && covers.length > 0 } : null
  })
  if (ready === null) return notFound
  if (!ready.canSay) return showOursOne(visit, [{ field: 'words', text: NOBODY }])
  if (words === '') return showOursOne(visit, [{ field: 'words', text: 'Write what you think. One word is enough.' }])
  if (words.length > 2000)
    return showOursOne(visit, [{ field: 'words', text: 'That is a lot. Say it in 2,000 letters, or send two.' }])
  if (signed.length > 40) return showOursOne(visit, [{ field: 'signed', text: 'Choose a shorter name.' }])
  await visit.database.as(actor, (query) =>
    addComment(query, actor.authorityId, { paperId: params.id!, words, signed }),
  )
  return { redirect: `${paths.oursOne(params.id!)}?done=said` }
}

export async function submitTakeBack(visit: Visit): Promise<Answer> {
  if (!isYoung(visit)) return notFound
  const { actor, params } = visit
  const paperId = await visit.database.as(actor, async (query) => {
    const mine = (await listComments(query)).find(({ id, isMine }) => id === params.commentId && isMine)
    return mine && (await takeBackComment(query, mine.id)) ? mine.paperId : null
  })
  return paperId === null ? notFound : { redirect: `${paths.oursOne(paperId)}?done=back` }
}

/** Paths on from their own pages: only where something was opened to them. */
export async function readOurSayWays(visit: Visit): Promise<{ href: string; text: string }[]> {
  if (!isYoung(visit)) return []
  const { papers, words } = await visit.database.as(visit.actor, async (query) => ({
    papers: await listImpactPapers(query),
    words: await listWords(query),
  }))
  return [
    ...(papers.length > 0 ? [{ href: paths.ours(), text: 'What is being decided, and what you think of it' }] : []),
    ...(words.length > 0 ? [{ href: paths.documents(), text: 'What words mean' }] : []),
  ]
}

function toOpened(paper: PaperWithAnswers) {
  const answer = paper.answers.find(({ openedOn }) => openedOn !== null)
  return answer ? [{ paper, answer }] : []
}

/** A child's and a care leaver's pages are in their own frame; a representative's stand in the board's. */
function isInYoungFrame({ person }: Visit): boolean {
  return person.roles.some((role) => role === 'child' || role === 'young_adult')
}

function sayDecision({ whoDecides, decidesOn }: PaperWithAnswers, today: IsoDate): string {
  return `${whoDecides} ${decidesOn < today ? 'decided' : 'decides'} on ${sayDate(decidesOn)}.`
}

function presentMine(comment: ImpactComment, covers: string[], today: IsoDate) {
  const { saidOn, id, typed, words, because, passedOn, takenBackOn, reply } = comment
  return {
    typed: splitParagraphs(typed ?? ''),
    state: takenBackOn
      ? 'You took it back.'
      : words !== null
        ? 'It was passed on like this:'
        : because !== null
          ? `It was not passed on: ${because}`
          : isWithCover(saidOn!, today, bankHolidays)
            ? `Nobody has passed it on yet, so ${covers.join(' or ') || 'nobody else'} has it as well.`
            : 'It is sent. Nobody has passed it on yet.',
    passed: takenBackOn || words === null || passedOn === null ? [] : splitParagraphs(words),
    reply: takenBackOn ? null : presentReply(reply),
    takeBack: takenBackOn ? '' : paths.takeBack(id),
  }
}

function presentOther({ words, signed, reply }: ImpactComment) {
  return { words: splitParagraphs(words ?? ''), by: signed || 'A young person', reply: presentReply(reply) }
}

function presentReply(reply: ImpactComment['reply']) {
  return reply && { words: splitParagraphs(reply.words), by: reply.writtenBy }
}
