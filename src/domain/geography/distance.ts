/** Where a postcode is: its district (ONS code) and its point on the national grid, in metres. */
export interface Place {
  district: string
  easting: number
  northing: number
}

/** The return's own figure for a mile, so that our distances agree with the Department for Education's. */
const KILOMETRES_IN_A_MILE = 1.6093

/**
 * Straight line between a child's own home and where they live now, in miles to one decimal, as the SSDA903 works it
 * out. Null where either is unknown, where the child's own home is outside England (the return gives no distance), or
 * where the new home is not on the grid of Great Britain (Northern Ireland and the islands have their own).
 */
export function milesBetween(home: Place | null, placement: Place | null): number | null {
  if (!home || !placement) return null
  if (!home.district.startsWith('E') || !/^[ESW]/.test(placement.district)) return null
  const metres = Math.hypot(home.easting - placement.easting, home.northing - placement.northing)
  return Math.round((metres / 1000 / KILOMETRES_IN_A_MILE) * 10) / 10
}
