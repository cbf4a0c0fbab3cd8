import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { isInside } from '../../domain/geography/area.ts'
import { milesBetween, type Place } from '../../domain/geography/distance.ts'
import type { Payload } from '../../domain/record/event-kinds.ts'
import type { RecordedEvent } from '../../shapes/event/ledger.store.ts'

/** How far a home is from the child's own, and whether it lies in our area; null where the directory cannot tell. */
export interface HomePlace {
  miles: number | null
  isInOurArea: boolean | null
}

interface DirectoryRow {
  postcode: string
  district: string
  easting: number | null
  northing: number | null
  upperTier: string | null
}

/**
 * What the postcode directory says of the addresses the reader was given, by event. It is asked only for postcodes that
 * were readable already, so it tells nobody where a child lives who did not know (rule 16).
 */
export async function readHomePlaces(
  query: Query,
  addresses: readonly RecordedEvent[],
  ownArea: string | null,
): Promise<Map<string, HomePlace>> {
  const data = addresses.map((event) => ({ id: event.id, ...(event.data as Payload<'placement_address'>) }))
  const postcodes = new Set(data.flatMap(({ homePostcode, placementPostcode }) => [homePostcode, placementPostcode]))
  postcodes.delete(null)
  if (postcodes.size === 0) return new Map()
  const { rows } = await sql<DirectoryRow>`
    select p.postcode, p.district, p.easting, p.northing, d.upper_tier as "upperTier"
    from postcode p left join district d on d.district = p.district
    where p.postcode in (select v from jsonb_array_elements_text(${JSON.stringify([...postcodes])}::jsonb) v)`.execute(
    query,
  )
  const found = new Map<string | null, DirectoryRow>(rows.map((row) => [row.postcode, row]))
  const upperTierOf = new Map(rows.flatMap((row) => (row.upperTier === null ? [] : [[row.district, row.upperTier]])))
  return new Map(
    data.map(({ id, homePostcode, placementPostcode }) => {
      const home = found.get(homePostcode)
      const placement = found.get(placementPostcode)
      const isInOurArea = ownArea === null ? null : isInside(placement?.district ?? null, upperTierOf, ownArea)
      return [id, { miles: milesBetween(toPlace(home), toPlace(placement)), isInOurArea }]
    }),
  )
}

/** Some postcodes of the directory have no grid reference: they are on no map, so no distance follows. */
function toPlace(row: DirectoryRow | undefined): Place | null {
  if (row === undefined || row.easting === null || row.northing === null) return null
  return { district: row.district, easting: row.easting, northing: row.northing }
}
