import type { SourceFile } from './source-file.ts'

/** The ending of a file is its job; none in src/domain. */
const ENDINGS = ['routes', 'paths', 'form', 'page', 'presenter', 'command', 'store']
const BANNED = ['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'lib', 'stuff']
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/
const POLICED = /\.(ts|njk|sql|scss)$/

export function checkName({ path }: SourceFile): string[] {
  if (!POLICED.test(path)) return []
  const folders = path.split('/')
  const file = folders.pop()!
  const [stem, ...rest] = file.replace(POLICED, '').split('.')
  const faults: string[] = []

  for (const name of [...folders, stem!.replace(/^_/, '')]) {
    if (!KEBAB.test(name)) faults.push(`${path}: write "${name}" in small letters with hyphens.`)
    if (BANNED.includes(name)) {
      faults.push(`${path}: "${name}" says nothing. Name the file for what it does and put it beside what uses it.`)
    }
  }
  const endings = rest.at(-1) === 'test' ? rest.slice(0, -1) : rest
  const isDeclaration = endings.length === 1 && endings[0] === 'd'
  if (path.startsWith('src/domain/') && endings.length > 0) {
    faults.push(
      `${path}: files in src/domain have no ending but .test; a .${endings[0]} belongs in src/features or src/shapes.`,
    )
  } else if (!isDeclaration && (endings.length > 1 || (endings.length === 1 && !ENDINGS.includes(endings[0]!)))) {
    faults.push(`${path}: ".${endings.join('.')}" is not an ending we use (${ENDINGS.join(', ')}, test).`)
  }
  if (rest.at(-1) === 'test' && !/^(src|test)\//.test(path)) {
    faults.push(`${path}: npm test looks for tests in src and test only. Put it beside the code it tests, or in test.`)
  }
  return faults
}
