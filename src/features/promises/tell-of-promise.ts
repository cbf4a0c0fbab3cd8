import type { ThreadReader, ToldStage } from '../thread/index.ts'
import { promisePaths } from './promises.paths.ts'
import { readMostSaid, readVerdicts } from './read-verdicts.ts'
import { readKept } from './read-wall.ts'

/** The two knots of a promise's thread that are counts: how many children it is done for, and what they say. */
export async function tellOfPromise(
  reader: ThreadReader,
  promiseId: string,
): Promise<{ 'done for children'?: ToldStage; 'children say'?: ToldStage }> {
  const kept = await readKept(reader, promiseId)
  const { verdicts, most } = await reader.database.as(reader.actor, async (query) => ({
    verdicts: await readVerdicts(query, promiseId),
    most: await readMostSaid(query, promiseId),
  }))
  const page = promisePaths.promise(promiseId)
  return {
    ...(kept === null
      ? {}
      : {
          'done for children': {
            title: kept.isHidden
              ? 'A small number'
              : `${kept.kept.toLocaleString('en-GB')} of ${kept.of.toLocaleString('en-GB')}`,
            note: kept.isHidden ? 'too few to show' : kept.unit,
            href: `${page}#children`,
            linkText: 'What was done',
          },
        }),
    ...(verdicts === null
      ? {}
      : {
          'children say': {
            title: most === null ? 'Different things' : `Most say “${most}”`,
            note: 'of those who answered',
            href: `${page}#say`,
            linkText: 'What they said',
          },
        }),
  }
}
