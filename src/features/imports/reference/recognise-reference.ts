/**
 * Files that hold no child: where postcodes are, which district is in which authority, how many children live here.
 * Known by their columns, whichever year they are of.
 */
export type Reference =
  | { kind: 'postcodes'; postcode: number; district: number; easting: number; northing: number }
  | { kind: 'districts'; district: number; name: number; upperTier: number }
  | { kind: 'population'; year: number; onsCode: number; code: number; ageGroup: number; estimate: number }

/** What a first line is; null where it is none of these files, and so for the return to judge. */
export function recogniseReference(names: readonly string[]): { reference: Reference } | { fault: string } | null {
  const given = names.map((name) =>
    name
      .trim()
      .replace(/^\ufeff/, '')
      .toLowerCase(),
  )
  const find = (...patterns: RegExp[]) =>
    patterns.map((pattern) => given.findIndex((name) => pattern.test(name))).find((at) => at !== -1) ?? -1
  return recognisePostcodes(find) ?? recogniseDistricts(find) ?? recognisePopulation(find)
}

type Find = (...patterns: RegExp[]) => number
type Recognised = { reference: Reference } | { fault: string } | null

/** The directory's editions since 2011 and the short form: pcds; oslaua, laua, lad or lad25cd; oseast1m or east1m. */
function recognisePostcodes(find: Find): Recognised {
  const at = {
    postcode: find(/^pcds$/, /^pcd$/, /^pcd[278]$/),
    district: find(/^(os)?laua$/, /^lad(\d\d)?(cd)?$/),
    easting: find(/^(os)?east1m$/),
    northing: find(/^(os)?nrth1m$/, /^north1m$/),
  }
  const missing = missingOf(at, {
    postcode: 'pcds',
    district: 'oslaua (or lad)',
    easting: 'oseast1m',
    northing: 'osnrth1m',
  })
  if (missing.length === 0) return { reference: { kind: 'postcodes', ...at } }
  const isNear = missing.length <= 2 && (at.postcode !== -1 || (at.easting !== -1 && at.northing !== -1))
  return isNear ? sayMissing('a postcode directory', missing) : null
}

function recogniseDistricts(find: Find): Recognised {
  const at = { district: find(/^ltla\d\dcd$/), name: find(/^ltla\d\dnm$/), upperTier: find(/^utla\d\dcd$/) }
  const missing = missingOf(at, { district: 'LTLA23CD (any year)', name: 'LTLA23NM', upperTier: 'UTLA23CD' })
  if (missing.length === 0) return { reference: { kind: 'districts', ...at } }
  return missing.length < 3 ? sayMissing('the list of districts and their authorities', missing) : null
}

function recognisePopulation(find: Find): Recognised {
  const at = {
    year: find(/^time_period$/),
    onsCode: find(/^new_la_code$/),
    code: find(/^old_la_code$/),
    ageGroup: find(/^age_group$/),
    estimate: find(/^population_estimate$/),
  }
  if (at.ageGroup === -1 || at.estimate === -1) return null
  const missing = missingOf(at, {
    year: 'time_period',
    onsCode: 'new_la_code',
    code: 'old_la_code',
    ageGroup: 'age_group',
    estimate: 'population_estimate',
  })
  return missing.length === 0
    ? { reference: { kind: 'population', ...at } }
    : sayMissing('the estimates of population', missing)
}

function missingOf<K extends string>(at: Record<K, number>, names: Record<K, string>): string[] {
  return (Object.keys(at) as K[]).filter((key) => at[key] === -1).map((key) => names[key])
}

function sayMissing(what: string, missing: string[]): { fault: string } {
  const columns = `${missing.length === 1 ? 'column' : 'columns'} ${missing.join(', ')}`
  return { fault: `This looks like ${what}, but has no ${columns}. Fetch the whole file again, with its first line.` }
}
