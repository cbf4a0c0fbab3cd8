import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { PromiseChange } from '../../../domain/strategy/compare-pledges.ts'
import { promisePaths } from '../../promises/index.ts'
import { PARTIES } from '../pledge.form.ts'
import type { PledgeVersion, PromiseOf, ReadShare } from '../pledge.store.ts'
import type { OwnWord } from '../pledge-word.ts'
import { strategyPaths } from '../strategy.paths.ts'
import { mark } from './compare.presenter.ts'

interface Facts {
  pledge: PledgeVersion
  before: PledgeVersion | null
  pledges: PledgeVersion[]
  promises: PromiseOf[]
  changes: PromiseChange[]
  shares: ReadShare[]
  isNow: boolean
  word: OwnWord | null
  isAsked: boolean
  canWrite: boolean
}

const MARKS = {
  same: 'The same',
  new: 'New',
  gone: 'Taken away',
  reworded: 'Reworded',
  'another party': 'Promised by others now',
}

/** One version of the pledge, by who promises, with what changed since the one before. */
export function presentPledge(facts: Facts) {
  const { pledge, before, pledges, promises, isNow, word } = facts
  return {
    sentence: saySentence(facts),
    lead: [
      pledge.title,
      pledge.version ? `version ${pledge.version}` : '',
      pledge.agreedOn ? `agreed on ${sayDate(pledge.agreedOn)}` : '',
    ]
      .filter(Boolean)
      .join(', '),
    parties: (['we', 'together', 'you'] as const)
      .map((party) => ({
        title: PARTIES[party],
        promises: promises
          .filter((promise) => (promise.party ?? 'we') === party)
          .map(({ id, title, words }) => ({
            title,
            words: words ?? '',
            href: isNow && party === 'we' ? promisePaths.promise(id) : '',
          })),
      }))
      .filter((one) => one.promises.length > 0),
    changed:
      before === null
        ? null
        : {
            title: `What changed since ${lowerFirst(nameOf(before))}, and why`,
            why: pledge.why ?? '',
            rows: facts.changes.filter(({ change }) => change !== 'same').map(presentChange),
            same: facts.changes.filter(({ change }) => change === 'same').length,
          },
    ask: word !== null && word.saidOn === null ? { action: strategyPaths.giveWord(pledge.id) } : null,
    shares: presentShares(facts.shares),
    versions: pledges.map((one, index) => ({
      text: nameOf(one),
      ...(one.id === pledge.id ? {} : { href: strategyPaths.pledgeVersion(one.id) }),
      note: [one.agreedOn ? `agreed on ${sayDate(one.agreedOn)}` : '', one.id === pledge.id ? 'this one' : '']
        .filter(Boolean)
        .join(', '),
      ...(facts.isAsked
        ? { pill: index === 0 ? { state: 'kept', text: 'in force' } : { state: 'unknown', text: 'replaced' } }
        : {}),
    })),
    newHref: facts.canWrite ? strategyPaths.newPledge() : '',
  }
}

function saySentence({ isNow, isAsked, word, pledge }: Facts): string {
  if (!isNow) return 'This is what was promised then. A later version has taken its place.'
  if (!isAsked || word === null) return 'What the council promises its children, as it holds today.'
  return word.saidOn === null
    ? 'Read what the council promises its children, and say that you will keep it.'
    : `On ${sayDate(word.saidOn)} you said that you have read ${pledge.version ? `version ${pledge.version}` : 'this'} and will keep it.`
}

function presentChange(change: PromiseChange) {
  const whole = change.change === 'new' ? 'added' : change.change === 'gone' ? 'taken away' : 'same'
  const as = (text: string | null) => mark(text ? [{ change: whole, text }] : [])
  const isReworded = change.change === 'reworded'
  return {
    mark: MARKS[change.change],
    title: isReworded ? mark(change.title) : as(change.item.title),
    words: isReworded ? mark(change.words) : as(change.item.words),
    note:
      change.change === 'another party'
        ? `${PARTIES[change.before.party ?? 'we']} became ${PARTIES[change.item.party ?? 'we']}`
        : '',
  }
}

/** Groups of ten and more, in words; nobody by name, and no list of who has not. */
function presentShares(shares: readonly ReadShare[]) {
  if (shares.length === 0) return null
  const whole = shares.find(({ directorate }) => directorate === '')
  return {
    sentence:
      whole?.ofHundred === null || whole === undefined
        ? 'Too few people work here to say how many have read it.'
        : `${whole.ofHundred} of every 100 people who work for the council have read this version and said that they will keep it.`,
    rows: shares
      .filter(({ directorate }) => directorate !== '')
      .map(({ directorate, staff, hasRead }) => [
        directorate ?? 'Everywhere else',
        staff === null ? 'fewer than ten' : staff.toLocaleString('en-GB'),
        hasRead ?? 'too few people to say',
      ]),
  }
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

export function nameOf({ version, title }: Pick<PledgeVersion, 'version' | 'title'>): string {
  return version ? `Version ${version}` : title
}
