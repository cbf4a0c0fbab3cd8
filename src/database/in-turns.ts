import type { Actor, Database, Query } from './database.ts'

/** Some of the ids asked for, by their order: a range is found at once in an index, where a list is looked up one by one. */
export interface Turn {
  from: string
  to: string
}

/**
 * A long reading in short transactions: the embedded database has one connection, and every page would wait for the whole
 * of it. For what does not change while it is read, such as facts up to a seal. What a turn read is made sense of while
 * the database reads the next.
 */
export async function readInTurns<Row, Item>(
  as: Database['as'],
  actor: Actor,
  { ids, perTurn }: { ids: string[]; perTurn: number },
  read: (query: Query, turn: Turn) => Promise<Row[]>,
  toItems: (rows: Row[]) => Item[],
): Promise<Item[]> {
  const turns = toTurns(ids.toSorted(), perTurn)
  const items: Item[] = []
  let rows: Row[] = []
  for (const turn of turns) {
    const reading = as(actor, (query) => read(query, turn))
    const made = toItems(rows)
    rows = await reading
    items.push(...made)
  }
  return [...items, ...toItems(rows)]
}

function toTurns(sorted: string[], perTurn: number): Turn[] {
  const turns: Turn[] = []
  for (let first = 0; first < sorted.length; first += perTurn)
    turns.push({ from: sorted[first]!, to: sorted[Math.min(first + perTurn, sorted.length) - 1]! })
  return turns
}
