import type { Body } from './body.store.ts'

export interface Placed {
  body: Body
  /** 0 for a body that answers to nobody here. */
  depth: number
  under: Placed[]
}

/** Bodies as they answer to each other, each under its own; by name within one. */
export function placeBodies(bodies: Body[]): Placed[] {
  const place = (parentId: string | null, depth: number): Placed[] =>
    bodies
      .filter((body) => (bodies.some(({ id }) => id === body.parentId) ? body.parentId : null) === parentId)
      .sort((a, b) => a.name.localeCompare(b.name))
      .map((body) => ({ body, depth, under: place(body.id, depth + 1) }))
  return place(null, 0)
}

/** Every body under one, however deep, in the order of the map. */
export function listUnder(bodies: Body[], id: string): string[] {
  return bodies.filter(({ parentId }) => parentId === id).flatMap((body) => [body.id, ...listUnder(bodies, body.id)])
}

/** Top to bottom as they are read. */
export function flatten(placed: Placed[]): Placed[] {
  return placed.flatMap((one) => [one, ...flatten(one.under)])
}
