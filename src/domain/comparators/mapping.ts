/**
 * Which numbers of the DfE's files are which of our measures. Data, in versions: a file is known by its columns, so that
 * a later release with other names is another line here. Source of the names: the files of the releases of 2025.
 */
export interface Mapping {
  measureId: string
  /** Values of filter columns that a row must have. */
  where: Record<string, string>
  /** The column with the number compared. */
  value: string
  /** The column with the count behind it; null where the file has none. */
  count: string | null
  /** What else the row of all of them says: of how many the share is. Left out where the file has no such row. */
  total?: Record<string, string>
  kind: 'count' | 'percent' | 'rate' | 'mean'
  decimals: number
  comparable: 'yes' | 'near'
  /** Where the definitions are near and not the same: how they differ. */
  differs?: string
}

const POPULATION = 'population_type'
const OUTCOME = {
  value: 'children_percent',
  count: 'children_count',
  kind: 'percent',
  decimals: 0,
  comparable: 'yes',
} as const
const LEAVER = {
  value: 'care_leaver_percent',
  count: 'care_leaver_count',
  kind: 'percent',
  decimals: 0,
  comparable: 'yes',
} as const
const SCHOOL = { kind: 'percent', decimals: 1, comparable: 'yes' } as const
const OLDER = { care_leaver_age: '19 to 21 years' }
const ALL_LEAVERS = { total: { breakdown: 'Total' } }
const IN_CARE_12_MONTHS = { social_care_group: 'CLA 12 months at 31 March' }

export const mappings: readonly Mapping[] = [
  {
    measureId: 'M01',
    where: { [POPULATION]: 'Children looked after on 31 March each year' },
    value: 'children_count',
    count: null,
    kind: 'count',
    decimals: 0,
    comparable: 'yes',
  },
  {
    measureId: 'M02',
    where: { [POPULATION]: 'Children looked after on 31 March each year' },
    value: 'rate_per_10000',
    count: 'children_count',
    kind: 'rate',
    decimals: 0,
    comparable: 'yes',
  },
  {
    measureId: 'M03',
    where: { [POPULATION]: 'Children starting to be looked after each year' },
    value: 'children_count',
    count: null,
    kind: 'count',
    decimals: 0,
    comparable: 'yes',
  },
  {
    measureId: 'M04',
    where: { [POPULATION]: 'Children ceasing to be looked after each year' },
    value: 'children_count',
    count: null,
    kind: 'count',
    decimals: 0,
    comparable: 'yes',
  },
  {
    measureId: 'M20',
    where: { cla_group: 'CLA on 31 March', placement_stability: 'With 3 or more placements during the year' },
    total: { placement_stability: 'Total children' },
    ...OUTCOME,
  },
  {
    measureId: 'M21',
    where: {
      cla_group: 'Children looked after continuously for at least 2.5 years on 31 March aged under 16 years',
      placement_stability: 'Living with the same carer for at least 2 years',
    },
    total: { placement_stability: 'Total children' },
    ...OUTCOME,
  },
  {
    measureId: 'M22',
    where: {
      cla_group: 'CLA 2 years on 31 March',
      placement_stability: 'With 3 or more placements during the previous 2 years',
    },
    total: { placement_stability: 'Total children' },
    ...OUTCOME,
  },
  {
    measureId: 'M23',
    where: { cla_group: 'CLA on 31 March', sw_stability: '3 or more social workers during the year' },
    total: { sw_stability: 'Total children' },
    value: 'percentage',
    count: 'number',
    kind: 'percent',
    decimals: 0,
    comparable: 'yes',
  },
  {
    measureId: 'M24',
    where: {
      cla_group: 'CLA on 31 March',
      move_measure: 'Mid-year moves',
      school_stability: 'With one or more mid-year moves during the year',
    },
    total: { school_stability: 'Total children' },
    value: 'percentage',
    count: 'number',
    kind: 'percent',
    decimals: 0,
    comparable: 'near',
    differs: 'The DfE counts children it could match to a school.',
  },
  { measureId: 'M51', where: { breakdown: 'Had their annual health assessment' }, ...OUTCOME },
  { measureId: 'M52', where: { breakdown: 'Had their teeth checked by a dentist' }, ...OUTCOME },
  { measureId: 'M53', where: { breakdown: 'Had their immunisations up to date' }, ...OUTCOME },
  { measureId: 'M54', where: { breakdown: 'Development assessments up to date' }, ...OUTCOME },
  { measureId: 'M55', where: { breakdown: 'SDQ score was received' }, ...OUTCOME },
  {
    measureId: 'M56',
    where: { breakdown: 'SDQ average score' },
    value: 'children_count',
    count: null,
    kind: 'mean',
    decimals: 1,
    comparable: 'yes',
  },
  { measureId: 'M57', where: { breakdown: 'SDQ score is a cause for concern' }, ...OUTCOME },
  { measureId: 'M58', where: { breakdown: 'Identified as having a substance misuse problem' }, ...OUTCOME },
  {
    measureId: 'M93',
    where: { breakdown: 'Convicted or subject to youth cautions, or youth conditional cautions during the year' },
    ...OUTCOME,
  },
  {
    measureId: 'M112',
    where: { ...OLDER, breakdown: 'Accommodation considered suitable' },
    ...LEAVER,
    total: { breakdown: 'Suitability total' },
  },
  {
    measureId: 'M113',
    where: { ...OLDER, breakdown: 'Total in education, employment or training' },
    ...LEAVER,
    ...ALL_LEAVERS,
  },
  {
    measureId: 'M114',
    where: { ...OLDER, breakdown: 'Total not in education, employment or training' },
    ...LEAVER,
    ...ALL_LEAVERS,
  },
  {
    measureId: 'M115',
    where: { ...OLDER, breakdown: 'Higher education i.e. studies beyond A level' },
    ...LEAVER,
    ...ALL_LEAVERS,
  },
  {
    measureId: 'M72',
    where: IN_CARE_12_MONTHS,
    value: 'pt_rwm_met_expected_standard',
    count: 't_rwm_met_expected_standard',
    ...SCHOOL,
    decimals: 0,
  },
  { measureId: 'M73', where: IN_CARE_12_MONTHS, value: 'pt_l2basics_94', count: 't_l2basics_94', ...SCHOOL },
  {
    measureId: 'M74',
    where: IN_CARE_12_MONTHS,
    value: 'avg_att8',
    count: null,
    kind: 'mean',
    decimals: 1,
    comparable: 'yes',
  },
  {
    measureId: 'M75',
    where: { ...IN_CARE_12_MONTHS, phase_type_grouping: 'Total' },
    value: 'pt_overall',
    count: null,
    ...SCHOOL,
  },
  {
    measureId: 'M76',
    where: { ...IN_CARE_12_MONTHS, phase_type_grouping: 'Total' },
    value: 'pt_pupils_pa_10_exact',
    count: 't_pupils_pa_10_exact',
    ...SCHOOL,
  },
]

/** Those whose columns are all in the file. */
export function findMappings(columns: ReadonlySet<string>): Mapping[] {
  return mappings.filter(
    ({ where, value }) => columns.has(value) && Object.keys(where).every((column) => columns.has(column)),
  )
}
