/**
 * A postcode as Kept keeps it: capitals, one space before the last three characters. Null where the text cannot be a
 * postcode; a postcode of the right shape that does not exist is found out by the directory, not here.
 */
export function normalisePostcode(text: string | null | undefined): string | null {
  const letters = (text ?? '').toUpperCase().replace(/[\s.-]+/g, '')
  if (!/^([A-Z]{1,2}\d[A-Z\d]?|GIR)\d[A-Z]{2}$/.test(letters)) return null
  return `${letters.slice(0, -3)} ${letters.slice(-3)}`
}
