import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A file of the project, its path from the root with forward slashes. Rules take these, so a test can make one up. */
export interface SourceFile {
  path: string
  text: string
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const UNREAD = ['node_modules', '.git', '.kept', '.cache', 'coverage']

export function readSource(pattern: string): SourceFile[] {
  return globSync(pattern, { cwd: root, withFileTypes: true, exclude: (entry) => UNREAD.includes(entry.name) })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .map((path) => ({ path: path.slice(root.length), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

export function readOne(path: string): SourceFile {
  return { path, text: readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8') }
}

export function isTest(file: SourceFile): boolean {
  return file.path.endsWith('.test.ts')
}

/** The code without its comments, lines kept. Good enough to police by: `//` after a colon is an address. */
export function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1')
}

export function withoutSqlComments(text: string): string {
  return text.replace(/--.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '')
}

/** Every place a pattern is found, as "path:line". */
export function placesOf(file: SourceFile, pattern: RegExp, text = file.text): string[] {
  return text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1}`] : []))
}
