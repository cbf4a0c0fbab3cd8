/** Districts that are an upper-tier authority by themselves: unitary, metropolitan, London borough. */
const SINGLE_TIER = /^E0[689]/

/**
 * Whether a district lies in the council's own area. `upperTierOf` joins a district to its county. Null where that
 * cannot be told: no district, or a county district the list does not have. Wales, Scotland and Northern Ireland are
 * outside.
 */
export function isInside(
  district: string | null,
  upperTierOf: ReadonlyMap<string, string>,
  ownCode: string,
): boolean | null {
  if (!district) return null
  if (district === ownCode) return true
  const upperTier = upperTierOf.get(district)
  if (upperTier !== undefined) return upperTier === ownCode
  if (SINGLE_TIER.test(district) || /^[SWN]/.test(district)) return false
  return null
}
