import { sql } from 'kysely'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { workOutFigures } from '../figures.command.ts'
import { findAnyMeasure } from '../find-any-measure.ts'
import { paths } from '../performance.paths.ts'
import { readAskedDays } from './asked-days.form.ts'

interface Row {
  id: string
  name: string | null
  code: string | null
}

/** The children behind a figure: those of them whom this person may see, by the rows' own rules. Traced as a list. */
export async function showMeasureChildren(visit: Visit): Promise<Answer> {
  const found = await visit.database.as(visit.actor, (query) => findAnyMeasure(query, visit.params.id ?? ''))
  if (found === null || found.measure.kind === 'rate') return notFound
  const { measure } = found
  const asked = readAskedDays(visit.query, visit.today, visit.can('true figures:read'))
  const figures = await workOutFigures(visit.database, visit.council, asked.asAt, null)
  const result = figures.results.find(({ id }) => id === measure.id)
  if (result === undefined || result.isTyped) return notFound
  const behind = [...new Set(result.met)]
  return visit.database.as(visit.actor, async (query) => {
    const { rows } = await sql<Row>`select p.id, nullif(concat_ws(' ', p.given_name, p.family_name), '') as name,
        (select i.value from identifier i where i.authority_id = p.authority_id and i.person_id = p.id and i.scheme = 'return' limit 1) as code
      from person p where p.authority_id = (select authority()) and p.kind = 'child'
        and p.id in (select v::uuid from jsonb_array_elements_text(${JSON.stringify(behind)}::jsonb) v) order by p.family_name, p.given_name, code`.execute(
      query,
    )
    await recordTrace(query, visit.actor, {
      event: 'children behind a figure listed',
      childIds: rows.map((row) => row.id),
      detail: { measure: measure.id, asAt: asked.asAt },
    })
    const unseen = behind.length - rows.length
    return {
      template: 'features/performance/pages/measure-children.njk',
      title: `Children behind ${measure.plainTitle.toLowerCase()}`,
      page: { back: { href: paths.measure(measure.id), text: measure.plainTitle } },
      model: {
        sentence: `${rows.length} ${rows.length === 1 ? 'child' : 'children'} behind “${measure.plainTitle.toLowerCase()}” on ${sayDate(asked.asAt)}`,
        lead:
          unseen > 0
            ? 'The figure holds more children than you may see. Only yours are listed.'
            : 'That you looked is written down.',
        rows: rows.map((row) => ({
          text: row.name ?? `Child ${row.code}`,
          href: `/children/${row.id}`,
          note: row.code === null ? '' : `Return number ${row.code}`,
        })),
      },
    }
  })
}
