import { listThemes } from '../../shapes/voice/theme.store.ts'
import { tellOfPromise } from '../promises/index.ts'
import { readThread, type SlimKnot, type ThreadReader } from '../thread/index.ts'

/** Where each stage is told on the public page itself: everything else asks for a sign-in. */
const PLACES: Partial<Record<SlimKnot['kind'], string>> = {
  plan: '#plan',
  measure: '#figures',
  answer: '#said',
  'children say': '#said',
}

/**
 * The thread of each promise for anybody: its actions, its share, its figure, and what children said where the public has been
 * told what came of it (rule 34). No board paper, no challenge, and nobody's name: an owner may be one.
 */
export async function readPublicThreads(
  reader: ThreadReader,
  promiseIds: readonly string[],
): Promise<Map<string, SlimKnot[]>> {
  const told = await reader.database.as(reader.actor, async (query) => {
    const themes = (await listThemes(query)).filter(
      ({ moreThan, answers }) => moreThan !== null && answers.some((answer) => answer.told.public),
    )
    return new Set(
      themes.flatMap(({ id, answers }) => [
        id,
        ...answers.flatMap((one) => (one.told.public === null ? [] : [one.id])),
      ]),
    )
  })
  const threads = new Map<string, SlimKnot[]>()
  for (const id of promiseIds) {
    const knots = await readThread(
      reader,
      { kind: 'promise', ref: id },
      tellOfPromise,
      (knot) => knot.kind === 'promise' || knot.kind === 'action' || told.has(knot.ref),
    )
    threads.set(id, knots.map(openKnot))
  }
  return threads
}

function openKnot({ kind, title, note, isCurrent, isGap }: SlimKnot): SlimKnot {
  const place = PLACES[kind]
  return {
    kind,
    title,
    ...(note !== undefined && kind !== 'plan' ? { note } : {}),
    ...(isCurrent ? { isCurrent } : {}),
    ...(isGap ? { isGap } : {}),
    ...(place === undefined || isGap ? {} : { href: place, linkText: 'On this page' }),
  }
}
