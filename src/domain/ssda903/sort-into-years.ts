import { inferYear } from './infer-year.ts'
import { matchToYears } from './match-to-years.ts'
import { type FileFault, sayYear, type TableFile } from './return.ts'

export interface FilesOfYear {
  year: number
  files: TableFile[]
}

/**
 * Sorts the files of one or several returns into years. Where no table comes twice they are one return. Else files of
 * one folder belong together; where even a folder has a table twice, each file goes by what it says itself.
 */
export function sortIntoYears(
  files: readonly TableFile[],
  year?: number,
): { faults: FileFault[]; years: FilesOfYear[] } {
  const sets = hasRepeatedTable(files) ? [...Map.groupBy(files, (file) => file.group).values()] : [[...files]]
  const years: FilesOfYear[] = []
  const faults: FileFault[] = []
  for (const set of sets) {
    if (year === undefined && hasRepeatedTable(set)) {
      const matched = matchToYears(set)
      faults.push(...matched.faults)
      years.push(...matched.years)
      continue
    }
    const inferred = year ?? inferYear(set)
    const [first] = set
    if (first === undefined) continue
    if (inferred === null) faults.push({ file: first.file, line: null, message: NO_YEAR })
    else years.push({ year: inferred, files: set })
  }
  const merged = mergeSameYears(years)
  return {
    faults: [...faults, ...merged.flatMap(findMissingTables), ...merged.flatMap(findRepeatedTables)],
    years: merged,
  }
}

const NO_YEAR = 'No date in these files tells which year the return is of. Name the year.'

function hasRepeatedTable(files: readonly TableFile[]): boolean {
  return new Set(files.map((file) => file.table)).size < files.length
}

function mergeSameYears(years: readonly FilesOfYear[]): FilesOfYear[] {
  return [...Map.groupBy(years, (each) => each.year)]
    .map(([year, each]) => ({ year, files: each.flatMap(({ files }) => files) }))
    .sort((a, b) => a.year - b.year)
}

function findRepeatedTables({ year, files }: FilesOfYear): FileFault[] {
  return files.flatMap((file, at) => {
    const first = files.findIndex((each) => each.table === file.table)
    if (first === at) return []
    const message = `This is a second ${file.table} file for ${sayYear(year)}; the first is ${files[first]!.file}. Leave one of the two out.`
    return [{ file: file.file, line: null, message }]
  })
}

/** Without the Header there are no children, without Episodes nothing says who was in care. */
function findMissingTables({ year, files }: FilesOfYear): FileFault[] {
  const needed = (['Header', 'Episodes'] as const).filter((table) => !files.some((file) => file.table === table))
  return needed.map((table) => ({
    file: files[0]!.file,
    line: null,
    message: `There is no ${table} file for ${sayYear(year)}, to go with this one. Choose it together with the others.`,
  }))
}
