import type { Payload } from '../../domain/record/event-kinds.ts'
import type { FileFault, ReturnOfYear } from '../../domain/ssda903/return.ts'

/** Areas that no place in the United Kingdom has: made-up children live there. */
const MADE_UP = /^Z[XYZ]\d/

/**
 * A real council's return does not go into a made-up council, nor the reverse. Told by where most homes are, so that a
 * slip in one postcode refuses nothing; a return without postcodes cannot be told.
 */
export function findWrongCouncil(returns: readonly ReturnOfYear[], isMadeUp: boolean): FileFault[] {
  const addresses = returns
    .flatMap(({ statements }) => statements)
    .filter(({ fact }) => fact.kind === 'placement_address')
  const postcodes = addresses.flatMap(({ fact }) => {
    const { homePostcode, placementPostcode } = fact.data as Payload<'placement_address'>
    return [homePostcode, placementPostcode].filter((postcode) => postcode !== null)
  })
  const madeUp = postcodes.filter((postcode) => MADE_UP.test(postcode)).length
  const isWrong = isMadeUp ? madeUp * 2 < postcodes.length : madeUp * 2 > postcodes.length
  if (!isWrong) return []
  const message = isMadeUp
    ? 'These children live at real postcodes, and this council is made up. Real children’s files never go here: take them in where the real council’s record is.'
    : 'These children live at made-up postcodes, and this council is real. Choose the files of the council itself.'
  return [{ file: addresses[0]!.file, line: null, message }]
}
