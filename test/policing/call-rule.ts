import { isTest, placesOf, type SourceFile, withoutComments } from './source-file.ts'

interface CallRule {
  what: RegExp
  /** Product files it binds; tests are bound only where `alsoTests` says so. */
  where: (path: string) => boolean
  alsoTests?: boolean
  instead: string
}

const inside = (folder: string) => (path: string) => path.startsWith(folder)
const outside = (folder: string) => (path: string) => !path.startsWith(folder)

export const CALL_RULES: CallRule[] = [
  {
    what: /\bsql\.(raw|unsafe)\b|\bsimpleQuery\b/,
    where: outside('src/database/'),
    instead:
      'text that becomes SQL is made only in src/database. Use the sql`…` template, which passes values apart, or sql.ref / sql.table for names.',
  },
  {
    what: /\.exec\(/,
    where: (path) => outside('src/database/')(path) && outside('src/domain/')(path),
    instead:
      'several statements in one call are run only in src/database; put the SQL in a migration or a store. (For a pattern, use text.match(pattern).)',
  },
  {
    what: /\bprocess\.env\b/,
    where: (path) => path !== 'src/config.ts',
    instead: 'only src/config.ts reads the environment: add the setting there, by name, and pass it in.',
  },
  {
    what: /\bnew Date\(|\bDate\.now\(|\bTemporal\.Now\b|\bperformance\.now\(/,
    where: inside('src/domain/'),
    alsoTests: true,
    instead: 'src/domain has no clock: today is an argument, an IsoDate.',
  },
  {
    what: /\bMath\.random\(|\brandomUUID\(|\brandomBytes\(|\bgetRandomValues\(/,
    where: inside('src/domain/'),
    alsoTests: true,
    instead: 'src/domain has no chance in it: pass the number or id in.',
  },
  {
    what: /\bMath\.random\(|\bnew Date\(\)|\bDate\.now\(|\bTemporal\.Now\b/,
    where: inside('src/demo-data/'),
    instead: 'the made-up council is the same for the same seed and day: use the seeded numbers and the day passed in.',
  },
]

export function checkCalls(file: SourceFile): string[] {
  if (!/^src\/.*\.ts$/.test(file.path)) return []
  const code = withoutComments(file.text)
  return CALL_RULES.filter((rule) => rule.where(file.path) && (rule.alsoTests || !isTest(file))).flatMap((rule) =>
    placesOf(file, rule.what, code).map((place) => `${place}: ${rule.instead}`),
  )
}
