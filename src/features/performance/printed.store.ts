import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { EarlierNumber } from '../../domain/figure-pack/collect-release.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

/** A pack that has printed figures: of figures or of a meeting. */
export interface Printed {
  packId: string
  printed: EarlierNumber[]
}

/**
 * What packs have printed of some days: those of figures once they are frozen (out, or about to go out, or withdrawn), those
 * of meetings once they went out, and reports. What was out once is known for ever, and of two that are on their way neither may give the
 * other's hidden numbers away. True numbers, for whoever may see them.
 */
export async function listPrinted(query: Query, days: readonly IsoDate[]): Promise<Printed[]> {
  const { rows } = await sql<Printed>`select p."packId", jsonb_agg(n order by p.at, p.place) as printed from (
      select c.pack_id as "packId", c.checked_at as at, n.value as n, n.place from figure_pack_check c
        join figure_pack_edition e on e.authority_id = c.authority_id and e.pack_id = c.pack_id and e.number = c.number,
        jsonb_array_elements(c.printed) with ordinality as n(value, place) where c.authority_id = (select authority())
      union all
      select m.pack_id, m.printed_at, n.value, n.place from printed_in_meeting m, jsonb_array_elements(m.printed) with ordinality as n(value, place)
        where m.authority_id = (select authority())
      union all
      select r.report_id, r.printed_at, n.value, n.place from printed_in_report r, jsonb_array_elements(r.printed) with ordinality as n(value, place)
        where r.authority_id = (select authority())) p
    where p.n->>'day' = any (array(select jsonb_array_elements_text(${JSON.stringify(days)}::jsonb)))
    group by p."packId" order by min(p.at), p."packId"`.execute(query)
  return rows
}

/** Kept beside the pack of a meeting, for those with true figures alone: it tells the hidden numbers too. */
export async function keepPrinted(
  query: Query,
  authorityId: number,
  packId: string,
  printed: readonly EarlierNumber[],
): Promise<void> {
  await sql`insert into printed_in_meeting (authority_id, pack_id, printed)
    values (${authorityId}, ${packId}, ${JSON.stringify(printed)}::jsonb)`.execute(query)
}
