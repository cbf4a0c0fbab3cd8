import type { Council } from '../../shapes/person/council.store.ts'
import type { Pick } from './sign-in.store.ts'

/** A page of a few sentences and one way on. */
export interface Message {
  status: number
  title: string
  sentence: string
  advice: string[]
  settings?: { name: string; text: string }[]
  way?: { href: string; text: string }
}

export function presentPicker(council: Council, picks: Pick[]) {
  const shortName = council.name.replace(/ Council$/, '')
  const rows = (isChild: boolean) => picks.filter(({ kind }) => (kind === 'child') === isChild).map(presentPick)
  return {
    sentence: picks.length > 0 ? `Choose who to be in ${shortName}.` : `Nobody lives in ${shortName} yet.`,
    lead:
      picks.length > 0
        ? 'Everybody here is made up. Each person sees only what their part opens, so try more than one.'
        : 'The person who looks after Kept can fill it with made-up people: kept demo.',
    groups: [
      { title: 'Children and young people', rows: rows(true) },
      { title: 'Working for children', rows: rows(false) },
    ].filter((group) => group.rows.length > 0),
  }
}

/** "Sam Example, social worker" is a name and what they do; of a child, "Ash, 9" is a name and an age. */
function presentPick({ personId, label, sentence }: Pick) {
  const comma = label.indexOf(', ')
  const name = comma < 0 ? label : label.slice(0, comma)
  const part = comma < 0 ? '' : label.slice(comma + 2)
  return {
    personId,
    label,
    name,
    part: /^\d+$/.test(part) ? `${part} years old` : part.charAt(0).toUpperCase() + part.slice(1),
    sentence,
  }
}

export function presentCouncilAccount(council: Council, to: string) {
  return {
    sentence: `Sign in to see what ${council.name} has promised its children, and what it has kept.`,
    href: to === '/' ? '/sign-in/start' : `/sign-in/start?to=${encodeURIComponent(to)}`,
    button: 'Sign in with your council account',
    note: 'It is the account you use for your council’s email. Kept never sees your password.',
    help: 'If you cannot sign in, ask the person who looks after Kept in your council.',
  }
}

export function notSetUp(callback: string): Message {
  return {
    status: 200,
    title: 'Sign in',
    sentence: 'Nobody can sign in yet.',
    advice: [
      'Kept has not been joined to your council’s sign-in service. The person who looks after Kept sets these three and starts it again:',
    ],
    settings: [
      {
        name: 'OPENID_ISSUER',
        text: 'the address of the sign-in service: of your council’s own tenant, where it has one',
      },
      { name: 'OPENID_CLIENT_ID', text: 'the name that the service gave to Kept' },
      { name: 'OPENID_CLIENT_SECRET', text: 'the secret that goes with it' },
      { name: 'The way back', text: `the service must send people back to ${callback}: enter that address there` },
    ],
  }
}

/** The same for somebody unknown and for somebody with no role today: it says nothing of who is in Kept. */
export const notKnown: Message = {
  status: 403,
  title: 'You cannot come in',
  sentence: 'Your council account works, but Kept is not open to you.',
  advice: [
    'Ask the person who looks after Kept in your council to enter you, with the address of your council email, and to give you a role. Your manager knows who that is.',
  ],
  way: { href: '/sign-in', text: 'Go back to signing in' },
}

export const pickRefused: Message = {
  status: 403,
  title: 'You cannot come in',
  sentence: 'That is nobody you can be here.',
  advice: ['Choose one of the people on the list.'],
  way: { href: '/sign-in', text: 'Go to the list' },
}

export const formRefused: Message = {
  status: 403,
  title: 'Choose once more',
  sentence: 'Please choose once more.',
  advice: [
    'That form was too old, or did not come from this page, so we did not act on it. Your browser must accept cookies from Kept.',
  ],
  way: { href: '/sign-in', text: 'Go to the list' },
}

export const startedTooLongAgo: Message = {
  status: 400,
  title: 'Start again',
  sentence: 'Please start signing in again.',
  advice: [
    'It took longer than ten minutes, was begun in another browser, or your browser does not accept cookies from Kept.',
  ],
  way: { href: '/sign-in', text: 'Start again' },
}

export const notFinished: Message = {
  status: 400,
  title: 'Start again',
  sentence: 'Signing in was not finished.',
  advice: [
    'What came back from your council’s sign-in service was not what we asked for, or you stopped there. Nothing has happened: start again.',
  ],
  way: { href: '/sign-in', text: 'Start again' },
}

export const serviceAway: Message = {
  status: 503,
  title: 'Try again soon',
  sentence: 'Your council’s sign-in service does not answer.',
  advice: ['Try again in a few minutes. If it goes on, tell the person who looks after Kept in your council.'],
  way: { href: '/sign-in', text: 'Try again' },
}

export const triedTooOften: Message = {
  status: 429,
  title: 'Wait ten minutes',
  sentence: 'Please wait ten minutes before you sign in.',
  advice: [
    'There were many tries from your computer or your office, so we stopped for a while. Nothing is wrong with your account.',
  ],
}

export const sendOnceMore: Message = {
  status: 403,
  title: 'Send it once more',
  sentence: 'You are still signed in.',
  advice: [
    'The page was opened before you last signed in, so we did not act on it. Go to your first page and sign out there.',
  ],
  way: { href: '/', text: 'Go to your first page' },
}
