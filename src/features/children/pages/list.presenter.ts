import { sayCode } from '../../../domain/record/code-words.ts'
import { addDays, ageOn, type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { type ListedChild, nameOf } from '../../../shapes/person/child.store.ts'
import { paths } from '../children.paths.ts'
import { reviewDueOf } from '../read-my-children.ts'

interface ListFacts {
  children: ListedChild[]
  workers: ReadonlyMap<string, string>
  total: number
  search: string
  onlyInCare: boolean
  page: number
  size: number
  today: IsoDate
  canOpen: boolean
}

export function presentList(facts: ListFacts): Record<string, unknown> {
  const { children, workers, total, search, onlyInCare, page, size, today } = facts
  const pages = Math.max(1, Math.ceil(total / size))
  const address = (to: number) =>
    `${paths.list()}?${new URLSearchParams({ q: search, show: onlyInCare ? 'in-care' : 'everyone', page: String(to) })}`
  return {
    sentence: saySentence(total, search, onlyInCare) + sayDueSoon(facts),
    search,
    showItems: [
      { value: 'in-care', text: 'In our care today', checked: onlyInCare },
      { value: 'everyone', text: 'Everyone in the record', checked: !onlyInCare },
    ],
    table: {
      isStacked: true,
      caption: 'Children you may see',
      isCaptionHidden: true,
      columns: ['Name', 'Age', 'Home', 'Since', 'Social worker', 'Next review'].map((text) => ({ text })),
      rows: children.map((child) => presentRow(child, workers.get(child.id) ?? '', today)),
    },
    isEmpty: children.length === 0,
    canOpen: facts.canOpen,
    pagination:
      pages === 1
        ? null
        : {
            ...(page > 1 ? { previous: { href: address(page - 1), text: 'Before' } } : {}),
            ...(page < pages ? { next: { href: address(page + 1), text: 'Next' } } : {}),
          },
    pageOf: pages === 1 ? '' : `Page ${page} of ${pages}`,
  }
}

function presentRow(child: ListedChild, worker: string, today: IsoDate) {
  const due = reviewDueOf(child)
  return [
    {
      text: nameOf(child),
      href: paths.record(child.id),
      ...(child.givenName && child.code ? { note: `Return number ${child.code}` } : {}),
    },
    child.bornOn === null ? 'not known' : String(ageOn(child.bornOn, today)),
    child.home === null ? (child.isCareShown ? 'not in our care' : '') : sayCode('placement', child.home.placement),
    child.home === null ? '' : sayDate(child.home.startsOn),
    worker,
    due === null
      ? ''
      : due < today
        ? { text: '', pill: { state: 'not-kept', text: `late since ${sayDate(due)}` } }
        : sayDate(due),
  ]
}

/** Only where the page holds every child it counts. */
function sayDueSoon({ children, total, size, search, today }: ListFacts): string {
  if (search !== '' || total > size || children.length < total) return ''
  const until = addDays(today, 30)
  const due = children.map(reviewDueOf).filter((day) => day !== null)
  const late = due.filter((day) => day < today).length
  const soon = due.filter((day) => day >= today && day <= until).length
  return [
    late === 0 ? '' : ` ${late} ${late === 1 ? 'review is' : 'reviews are'} late.`,
    soon === 0 ? '' : ` ${soon} ${soon === 1 ? 'has' : 'have'} a review due in the next 30 days.`,
  ].join('')
}

function saySentence(total: number, search: string, onlyInCare: boolean): string {
  const who = total === 1 ? 'child' : 'children'
  if (search !== '')
    return total === 0 ? `Nobody you may see is called “${search}”.` : `${total} ${who} found for “${search}”.`
  if (total === 0) return 'No child’s record is open to you today.'
  return onlyInCare
    ? `${total} ${who} in our care ${total === 1 ? 'is' : 'are'} open to you.`
    : `${total} ${total === 1 ? 'record is' : 'records are'} open to you.`
}
