import { sayDay } from '../../../domain/own/say-day.ts'
import type { TextLevel } from '../../../domain/own/text-level.ts'
import type { IsoDate } from '../../../domain/shared/calendar-date.ts'
import { FEELINGS, type Feeling, SAY_PICTURES, sayPictureWord } from '../../../domain/voice/say-set.ts'
import type { StoredFile } from '../../../shapes/file/file.store.ts'
import { paths } from '../own-pages.paths.ts'
import { type OwnWord, sayTo } from '../own-words.ts'
import type { Saying } from '../read-say.ts'
import { MOST_FILES, readDraftAsWritten, readWay, type Way } from '../say.form.ts'
import { fill } from '../say-words.ts'
import { WHO } from './people.presenter.ts'
import { presentBeside } from './promises.presenter.ts'

/** Free, for children in care and young people who were: Children Act 2004, s 2D; checked November 2026. */
const HELP_AT_HAND = '0800 528 0731'

const FEELING_WORD: Record<Feeling, string> = {
  happy: 'happy',
  ok: 'OK',
  sad: 'sad',
  worried: 'worried',
  angry: 'angry',
}

type Names = Record<string, string>

/** Speaks at somebody's level, with names filled in. */
export function speaker(level: TextLevel) {
  return (word: OwnWord, names: Names = {}) => fill(sayTo(level, word), names)
}

export function presentNotSafe(level: TextLevel) {
  return { href: paths.notSafe(), text: sayTo(level, 'notSafe') }
}

/** Whom to tell; where there is nobody, every other way, said kindly. */
export function presentWho({ level, readers, people, draft, towards, adults }: Saying, way: string | undefined) {
  const say = speaker(level)
  const isNobody = readers.length === 0
  return {
    sentence: say(isNobody ? 'sayNobody' : 'sayFirst'),
    why: say(isNobody ? 'sayNobodyWhy' : 'sayFirstWhy'),
    action: paths.say(),
    way: readWay(way ?? draft.way ?? (level === 'to 11' ? 'pictures' : 'words')),
    begun:
      towards === null
        ? null
        : {
            title: say('sayBegun'),
            text: say('sayBegunWhy'),
            goOn: { href: paths.sayWrite(), text: say('sayGoOn') },
            away: { action: paths.sayThrow(), text: say('sayThrow') },
          },
    readers: readers.map(({ personId, firstName, part }) => ({
      id: personId,
      name: firstName,
      who: WHO[part] ?? '',
      picture: people.find((person) => person.personId === personId)?.picture ?? 'smile',
    })),
    adult: adults.length === 0 ? null : { href: paths.sayAdult(), title: say('sayAdult'), text: say('sayAdultWhy') },
    otherTitle: say('sayOther'),
    others: [say('sayAdvocate', { phone: HELP_AT_HAND }), say('sayPaper')],
    phone: { href: `tel:${HELP_AT_HAND.replaceAll(' ', '')}`, text: `Call ${HELP_AT_HAND}` },
    answers: { href: paths.answers(), text: say('answersFirst') },
    notSafe: presentNotSafe(level),
  }
}

export function presentAdults({ level, adults, people }: Saying) {
  const say = speaker(level)
  return {
    sentence: say('sayWhichAdult'),
    why: say('sayWhichAdultWhy'),
    action: paths.sayAdult(),
    adults: adults.map(({ personId, name }) => {
      const shown = people.find((person) => person.personId === personId)
      return {
        id: personId,
        name: shown?.firstName ?? name,
        picture: shown?.picture ?? 'smile',
        who: WHO[shown?.part ?? ''] ?? '',
      }
    }),
    another: { href: paths.notSafe(), title: say('sayAnotherAdult'), text: say('sayAnotherAdultWhy') },
    notSafe: presentNotSafe(level),
  }
}

export interface When {
  today: IsoDate
  /** London, "yyyy-mm-ddThh:mm". */
  coverFrom: string
  answerBy: IsoDate
}

/** Rule 6, before a word is written: who will read it, who covers, from when, and what cannot stay private. */
export function presentBefore({ level, towards }: Saying, { today, coverFrom, answerBy }: When) {
  const say = speaker(level)
  if (towards === null) throw new Error('Nobody was chosen.')
  const lines =
    towards.kind === 'person'
      ? [
          { picture: 'eye', text: say('beforeReads', { who: towards.reader.firstName }) },
          {
            picture: 'clock',
            text: say('beforeCover', {
              who: towards.reader.firstName,
              cover: towards.reader.coverName,
              when: sayDay(coverFrom.slice(0, 10), today),
            }),
          },
          {
            picture: 'envelope',
            text: say('beforeAnswer', { who: towards.reader.firstName, by: sayDay(answerBy, today) }),
          },
          { picture: 'shield', text: say('beforeShare', { who: towards.reader.firstName }) },
        ]
      : [
          { picture: 'hand', text: say('aboutReads', { who: towards.adult.name }) },
          { picture: 'eye', text: say('aboutLead') },
          { picture: 'shield', text: say('aboutShare') },
        ]
  return {
    sentence: say('beforeFirst'),
    lines: [...lines, { picture: 'pencil', text: say('beforeUnsent') }],
    action: paths.sayBefore(),
    go: say('beforeGo'),
    notSafe: presentNotSafe(level),
  }
}

/** The parts of the page in the order of the way they came: words first, or faces and pictures first. */
export function presentWrite({ level, id, draft, towards, files }: Saying) {
  const say = speaker(level)
  const { words, feeling, pictures } = readDraftAsWritten(draft)
  const way = readWay(draft.way)
  return {
    sentence: say('writeFirst'),
    to: sayTowards(level, towards),
    why: say('writeWhy'),
    action: paths.sayWrite(),
    draftAction: paths.sayDraft(),
    draftId: id ?? '',
    offline: say('offline'),
    parts: way === 'pictures' ? ['feeling', 'pictures', 'words'] : ['words', 'feeling', 'pictures'],
    feelingTitle: say('writeFeeling'),
    feelings: [
      ...FEELINGS.map((name) => ({
        name,
        text: FEELING_WORD[name],
        picture: `feeling-${name}`,
        isChosen: name === feeling,
      })),
      { name: 'none', text: 'no face', picture: '', isChosen: false },
    ],
    picturesTitle: say('writePictures'),
    pictures: SAY_PICTURES.map(([name, text]) => ({ name, text, isChosen: pictures.includes(name) })),
    wordsTitle: say('writeWords'),
    wordsHint: say('writeHint'),
    words,
    filesTitle: files.length === 0 ? '' : say('addedFile'),
    files: presentFiles(files),
    addFile: say('addFile'),
    notSafe: presentNotSafe(level),
  }
}

function sayTowards(level: TextLevel, towards: Saying['towards']): string {
  const say = speaker(level)
  if (towards === null) return ''
  return towards.kind === 'person'
    ? say('writeTo', { who: towards.reader.firstName })
    : say('writeAbout', { who: towards.adult.name })
}

const FILE_WAY: Record<Way, OwnWord> = { words: 'fileWhy', pictures: 'fileWhy', voice: 'fileVoice', sign: 'fileSign' }

export function presentFile({ level, draft, files }: Saying) {
  const say = speaker(level)
  return {
    sentence: say('fileFirst'),
    why: say(FILE_WAY[readWay(draft.way)]),
    note: say('fileNote'),
    pick: say('filePick'),
    isFull: files.length >= MOST_FILES,
    action: paths.sayFile(),
    filesTitle: files.length === 0 ? '' : say('addedFile'),
    files: presentFiles(files).map((file) => ({ ...file, away: paths.sayFileAway(file.id) })),
    words: { href: paths.sayWrite() },
    next: { href: paths.sayCheck() },
    notSafe: presentNotSafe(level),
  }
}

/** What was said, to look at: the same on the last step and for ever after. */
export function presentSaid(
  said: { words: string; feeling: Feeling | null; pictures: readonly string[] },
  files: StoredFile[],
) {
  return {
    feeling: said.feeling === null ? null : { picture: `feeling-${said.feeling}`, text: FEELING_WORD[said.feeling] },
    pictures: said.pictures.map((name) => ({ picture: name, text: sayPictureWord(name) })),
    words: said.words.trim(),
    files: presentFiles(files),
  }
}

function presentFiles(files: StoredFile[]) {
  return files.map(({ id, type }) => ({ id, href: `/files/${id}`, kind: type.split('/')[0]! }))
}

/** The last step: all of it once more, who is beside them, and whether it may be counted (not for what is about an adult). */
export function presentCheck({ level, draft, towards, files }: Saying) {
  const say = speaker(level)
  const written = readDraftAsWritten(draft)
  const isAbout = towards?.kind === 'about'
  return {
    sentence: say('checkFirst'),
    to:
      towards?.kind === 'about'
        ? say('checkAbout', { who: towards.adult.name })
        : say('checkTo', { who: towards?.reader.firstName ?? '' }),
    said: presentSaid(written, files),
    change: { href: paths.sayWrite() },
    action: paths.sayCheck(),
    besideTitle: say('beside'),
    besideWhy: say('besideWhy'),
    besides: presentBeside(written.beside, level),
    counted: isAbout
      ? null
      : { title: say('countedAsk'), tick: say('countedTick'), why: say('countedWhy'), isTicked: written.isCounted },
    send: towards?.kind === 'person' ? `Send it to ${towards.reader.firstName}` : 'Send it',
    notSafe: presentNotSafe(level),
  }
}
