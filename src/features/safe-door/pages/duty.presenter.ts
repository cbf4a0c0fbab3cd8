import type { StoredFile } from '../../../shapes/file/file.store.ts'
import { paths } from '../safe-door.paths.ts'
import type { DutyMessage, Notice, Step, WholeMessage } from '../safe-door.store.ts'

export function presentDuty(messages: DutyMessage[], notices: Notice[], heard: number) {
  const waiting = messages.filter(({ openedAt }) => openedAt === null)
  const opened = messages.filter(({ openedAt }) => openedAt !== null)
  const undone = opened.filter(({ isDone }) => !isDone)
  return {
    // A message that somebody is not safe comes before all else.
    sentence: waiting.length === 0 && heard > 0 ? sayHeard(heard) : sayWaiting(waiting.length, undone.length),
    waiting: waiting.map((message) => ({
      title: `Sent ${message.sentAt}`,
      from: sayFrom(message),
      openHref: paths.open(message.id),
    })),
    rows: opened.map((message) => ({
      text: `Sent ${message.sentAt}`,
      href: paths.message(message.id),
      note: `${sayFrom(message)} Opened by ${message.openedBy}, ${message.openedAt}.`,
      pill: message.isDone ? { state: 'kept', text: 'done' } : { state: 'on-the-way', text: 'open' },
    })),
    outbox: {
      isStacked: true,
      caption: 'Whom the phone chain has reached',
      columns: [{ text: 'When' }, { text: 'Whom to ring' }, { text: 'Number' }, { text: 'For the message sent' }],
      rows: notices.map(({ at, name, number, sentAt, isOpened }) => [
        at,
        name,
        number,
        isOpened ? `${sentAt}, opened since` : sentAt,
      ]),
    },
    hasNotices: notices.length > 0,
  }
}

function sayHeard(heard: number): string {
  return heard === 1 ? 'Somebody waits for your answer.' : `${heard} wait for your answer.`
}

function sayWaiting(waiting: number, undone: number): string {
  if (waiting === 1) return 'One message waits. Open it now.'
  if (waiting > 1) return `${waiting} messages wait. Open the oldest now.`
  if (undone > 0)
    return undone === 1
      ? 'One message was opened and still needs something done.'
      : `${undone} messages were opened and still need something done.`
  return 'No message waits to be opened.'
}

function sayFrom({ isFromChild, isAboutAdult, isTest }: DutyMessage): string {
  if (isTest) return 'A test message from the safeguarding lead.'
  const from = isFromChild ? 'From a young person who was signed in.' : 'From somebody who was not signed in.'
  return isAboutAdult ? `${from} About an adult: not for their line.` : from
}

const STEP_SAYS = { opened: 'opened it', called: 'made a call', done: 'said what was done' } as const

export function presentMessage(
  message: WholeMessage,
  steps: Step[],
  files: StoredFile[],
  typed: { kind: string; words: string; error: { text: string; href: string } | null },
) {
  const errorAt = (href: string) => (typed.error?.href === href ? { errorMessage: { text: typed.error.text } } : {})
  const isOpened = message.openedAt !== null
  const facts = [
    ['From', message.name ?? 'They gave no name.'],
    ['How to reach them', message.reach ?? 'They did not say.'],
    ...(message.isAboutAdult
      ? [['About an adult', [message.adult, message.adultWords].filter(Boolean).join(' · ') || 'They did not say who.']]
      : []),
    ...(message.isOneOfMany
      ? [['Note', 'More came from the same address than one child sends. Read it all the same.']]
      : []),
  ]
  return {
    sentence: isOpened ? `Sent ${message.sentAt}. ${sayFrom(message)}` : 'Nobody has opened this message yet.',
    isOpened,
    openHref: paths.open(message.id),
    stepHref: paths.step(message.id),
    words: message.words ?? 'They wrote nothing. They pressed the button.',
    facts: facts.map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
    pictures: files.map((file, number) => ({
      href: `/files/${file.id}`,
      isPicture: file.type.startsWith('image/'),
      text: `Picture ${number + 1}, sent with the message`,
    })),
    steps: steps.map(({ kind, words, by, at }) => ({ text: `${at}: ${by} ${STEP_SAYS[kind]}.`, words: words ?? '' })),
    kind: {
      idPrefix: 'kind',
      name: 'kind',
      classes: 'govuk-radios--inline',
      fieldset: { legend: { text: 'What was it?', classes: 'govuk-fieldset__legend--s' } },
      items: [
        { value: 'called', text: 'A call made', checked: typed.kind === 'called' },
        { value: 'done', text: 'What was done', checked: typed.kind === 'done' },
      ],
      ...errorAt('#kind'),
    },
    note: {
      id: 'words',
      name: 'words',
      rows: 3,
      value: typed.words,
      label: { text: 'In a few words' },
      hint: { text: 'The sender sees that a call was made, and when. They do not see these words.' },
      ...errorAt('#words'),
    },
  }
}
