import { daysBetween, type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { LooseProgress } from '../../../shapes/plan/loose-progress.store.ts'
import type { PlanItem } from '../../../shapes/plan/plan.store.ts'
import { presentStanding, promisePaths, sayCount } from '../../promises/index.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import type { CommitmentEvent } from '../event.store.ts'
import type { EventFacts, SpokenOf } from '../read-event.ts'
import { NO_DIRECTORATE } from './new-progress.presenter.ts'
import { toRow } from './progress.presenter.ts'

export const KIND_WORDS: Record<CommitmentEvent['kind'], string> = {
  launch: 'Commitments are given',
  update: 'Directors say what came of them',
  'at the board': 'Chief officers at the board',
}

/** Finishes every word of one event: who was invited and came, what was given or said, and who gave no word. */
export function presentEvent(facts: EventFacts, today: IsoDate) {
  const { event, spokenOf, given, loose } = facts
  const isHeld = event.heldOn <= today
  const names = [...new Set([...spokenOf.map(({ item }) => nameOf(item)), ...given.map(nameOf), ...loose.map(nameOf)])]
  const guestsOf = (name: string) => event.guests.filter((guest) => nameOf(guest) === name)
  const silent = isHeld ? saySilent(facts, names) : []
  return {
    eyebrow: [KIND_WORDS[event.kind], sayDate(event.heldOn), event.place].filter(Boolean).join(' · '),
    title: event.title === KIND_WORDS[event.kind] ? '' : event.title,
    sentence: saySentence(facts, today),
    isHeld,
    marks: event.kind === 'launch' && isHeld && given.length > 0 ? 'The marks say how each stands today.' : '',
    silentTitle: event.kind === 'launch' ? 'Gave no commitment' : 'Gave no word',
    silent,
    directorates: names
      .map((name) => ({
        title: name,
        who: guestsOf(name)
          .map((guest) => (guest.invited === name ? (guest.came ?? 'invited') : sayGuest(isHeld)(guest)))
          .join('; '),
        rows: [
          ...given.filter((item) => nameOf(item) === name).map((item) => presentGiven(item, event.kind, today)),
          ...spokenOf
            .filter(({ item, said }) => nameOf(item) === name && (event.kind === 'update' || said.length > 0))
            .map((one) => presentSpoken(one, event, today)),
          // What was joined stands with its commitment already.
          ...loose
            .filter((one) => nameOf(one) === name && !spokenOf.some(({ item }) => item.id === one.answers?.itemId))
            .map(presentLoose),
        ],
      }))
      .filter(({ rows }) => rows.length > 0),
    others: event.guests
      .filter(
        (guest) => !names.includes(nameOf(guest)) && !silent.some(({ names: known }) => known.includes(nameOf(guest))),
      )
      .map((guest) => ({ text: sayGuest(isHeld)(guest) })),
    changeHref: commitmentPaths.changeEvent(event.id),
  }
}

/** Under which name it stands: its directorate, or who answers for it, as with a chief officer's own pledge. */
function nameOf(one: { directorate: string | null; owners?: string[]; invited?: string }): string {
  return one.directorate ?? (one.owners?.join(', ') || one.invited || NO_DIRECTORATE)
}

function presentGiven(item: PlanItem, kind: CommitmentEvent['kind'], today: IsoDate) {
  const tell = item.wayToTell ? `How we can tell: ${item.wayToTell}` : 'Nobody said how we can tell'
  return {
    text: item.title,
    href: promisePaths.action(item.id),
    note: kind === 'launch' ? tell : `Given here · ${tell}`,
    pill: presentStanding(item, today),
  }
}

function presentLoose(one: LooseProgress) {
  if (one.answers === null) return toRow(one)
  return { ...toRow(one), note: `Answers “${one.answers.title}”`, pill: { state: 'kept', text: 'joined' } }
}

/** At an event that is over it stands as it stood that day: what came later is another day's. */
function presentSpoken({ item, said, word, stood }: SpokenOf, { heldOn }: CommitmentEvent, today: IsoDate) {
  const isHeld = heldOn <= today
  const then = isHeld ? { ...item, progress: stood } : item
  const last = said.map(
    ({ words, progress, saidOn }) => `${sayDate(saidOn)}: ${words}${progress ? ` (${progress})` : ''}`,
  )
  return {
    text: item.title,
    href: promisePaths.action(item.id),
    note: last.join(' / ') || (word === 'done before' ? 'Done before' : isHeld ? 'No word' : 'Wants a word'),
    pill:
      word === 'no word'
        ? { state: 'unknown', text: isHeld ? 'no word' : 'wants a word' }
        : isHeld && stood === null
          ? { state: 'unknown', text: 'nobody said how it stands' }
          : presentStanding(then, isHeld ? heldOn : today),
  }
}

const sayGuest =
  (isHeld: boolean) =>
  ({ invited, came }: CommitmentEvent['guests'][number]) =>
    isHeld ? `${invited} (${came ?? 'nobody has said who came'})` : `${invited} (invited)`

/** Those who were asked and of whose commitments nobody spoke; at a launch, those who gave none. */
function saySilent({ event, spokenOf, given, loose }: EventFacts, names: string[]) {
  if (event.kind === 'at the board') return []
  if (event.kind === 'launch')
    return event.guests
      .filter((guest) => !given.some((item) => nameOf(item) === nameOf(guest)))
      .map((guest) => ({ names: [nameOf(guest)], text: sayGuest(true)(guest), note: '' }))
  return names.flatMap((name) => {
    const asked = spokenOf.filter(({ item, word }) => nameOf(item) === name && word !== 'done before')
    const spoke = asked.some(({ word }) => word === 'word') || loose.some((one) => nameOf(one) === name)
    if (asked.length === 0 || spoke) return []
    const who = event.guests.filter((guest) => nameOf(guest) === name).map(sayGuest(true))
    const note = `No word of ${asked.length === 1 ? 'its one commitment' : `any of its ${sayFew(asked.length)} commitments`}`
    return [{ names: [name], text: who.join('; ') || name, note }]
  })
}

function saySentence({ event, spokenOf, given, loose }: EventFacts, today: IsoDate): string {
  const came = event.guests.filter((guest) => guest.came === 'came' || guest.came === 'sent somebody').length
  const attended =
    event.guests.length === 0
      ? ''
      : ` ${sayCount(came)} of ${sayFew(event.guests.length)} invited came or sent somebody.`
  const silent = spokenOf.filter(({ word }) => word === 'no word').length
  if (event.heldOn > today) {
    const days = daysBetween(today, event.heldOn)
    const when = `In ${days === 1 ? 'one day' : `${days} days`}, on ${sayDate(event.heldOn)}`
    if (event.kind === 'update')
      return silent === 0
        ? `${when}: every commitment has a word already.`
        : `${when}: ${sayFew(silent)} of ${sayFew(spokenOf.length)} commitments still ${silent === 1 ? 'wants' : 'want'} a word.`
    return `${when}: ${sayFew(event.guests.length)} ${event.guests.length === 1 ? 'is' : 'are'} invited.`
  }
  if (event.kind === 'launch')
    return given.length === 0
      ? `No commitment is written down yet.${attended}`
      : `${sayCount(given.length)} ${given.length === 1 ? 'commitment was' : 'commitments were'} given.${attended}`
  const told = spokenOf.filter(({ word }) => word === 'word').length
  if (event.kind === 'at the board') {
    const all = told + loose.length
    return all === 0
      ? `Nothing is taken down yet.${attended}`
      : `${sayCount(all)} ${all === 1 ? 'thing was' : 'things were'} told to the board.${attended}`
  }
  if (spokenOf.length === 0) return `No commitment was on file on this day.${attended}`
  const rest = silent === 0 ? 'no other was owed one' : `of ${sayFew(silent)} nobody spoke`
  return `${sayCount(told)} of ${sayFew(spokenOf.length)} commitments had a word, and ${rest}.${attended}`
}

const sayFew = (count: number) => sayCount(count).toLowerCase()
