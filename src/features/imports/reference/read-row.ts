import { normalisePostcode } from '../../../domain/geography/postcode.ts'
import type { Reference } from './recognise-reference.ts'

/** One row of a reference file: its key, and its cells as the database takes them (tabs between). Null: cannot be read. */
export interface ReferenceRow {
  key: string
  text: string
}

const AREA_CODE = /^[A-Z]\d{8}$/
const METRES = /^\d{1,7}$/

/** Postcodes that have ended are kept: a child may have lived there. No grid reference (the islands) is no fault. */
export function readPostcodeRow(at: Extract<Reference, { kind: 'postcodes' }>, cells: string[]): ReferenceRow | null {
  const postcode = normalisePostcode(cells[at.postcode])
  const district = cells[at.district]?.trim() ?? ''
  if (postcode === null || !AREA_CODE.test(district)) return null
  const easting = cells[at.easting]?.trim() ?? ''
  const northing = cells[at.northing]?.trim() ?? ''
  if (![easting, northing].every((cell) => cell === '' || METRES.test(cell))) return null
  const grid = easting === '' || northing === '' ? ['', ''] : [easting, northing]
  return { key: postcode, text: [postcode, district, ...grid].join('\t') }
}

export function readDistrictRow(at: Extract<Reference, { kind: 'districts' }>, cells: string[]): ReferenceRow | null {
  const district = cells[at.district]?.trim() ?? ''
  const name = cells[at.name]?.trim().replaceAll('\t', ' ') ?? ''
  const upperTier = cells[at.upperTier]?.trim() ?? ''
  if (!AREA_CODE.test(district) || !AREA_CODE.test(upperTier) || name === '') return null
  return { key: district, text: [district, name, upperTier].join('\t') }
}

export interface PopulationRow {
  year: number
  children: number
}

const AGE_GROUP = 'children aged 0 to 17 years'

/** The estimate of one council in one year; null for every other row of the file. */
export function readPopulationRow(
  at: Extract<Reference, { kind: 'population' }>,
  cells: string[],
  council: { code: string; onsCode: string | null },
): PopulationRow | null {
  const cell = (index: number) => cells[index]?.trim() ?? ''
  const isOurs =
    council.onsCode !== null && cell(at.onsCode) !== ''
      ? cell(at.onsCode) === council.onsCode
      : cell(at.code) === council.code
  if (!isOurs || cell(at.ageGroup).toLowerCase() !== AGE_GROUP) return null
  if (!/^(19|20)\d\d$/.test(cell(at.year)) || !/^[1-9]\d{0,7}$/.test(cell(at.estimate))) return null
  return { year: Number(cell(at.year)), children: Number(cell(at.estimate)) }
}
