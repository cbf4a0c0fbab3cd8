import type { Owed } from '../../domain/plans/item-standing.ts'
import { listItemsOf, type PlanItem } from '../../shapes/plan/plan.store.ts'
import type { Visit } from '../../web/route.ts'
import { promisePaths } from './promises.paths.ts'
import { owedOf, type Pill, presentStanding, sayOwed, sayWhen } from './standing.presenter.ts'

/** One action or commitment that the reader answers for, every word finished. */
export interface MyItem {
  title: string
  kind: PlanItem['kind']
  href: string
  /** What it asks of them today; null where it asks nothing. */
  owed: Owed
  owedText: string
  when: string
  said: string
  pill: Pill
}

/** What the reader answers for, what is owed first. Promises are not among them: their state is worked out. */
export async function readMyItems(visit: Visit): Promise<MyItem[]> {
  const items = await visit.database.as(visit.actor, (query) => listItemsOf(query, visit.actor.personId))
  const order: Owed[] = ['broke down', 'late', 'no word yet', 'no word for long', null]
  return items
    .filter(({ kind }) => kind !== 'pledge')
    .map((item) => {
      const owed = owedOf(item, visit.today)
      return {
        title: `${item.reference ? `${item.reference} ` : ''}${item.title}`,
        kind: item.kind,
        href: promisePaths.action(item.id),
        owed,
        owedText: sayOwed(owed),
        when: sayWhen(item),
        said: item.lastUpdate ? `Last word: ${item.lastUpdate.words}` : 'No word yet',
        pill: presentStanding(item, visit.today),
      }
    })
    .sort((one, other) => order.indexOf(one.owed) - order.indexOf(other.owed))
}
