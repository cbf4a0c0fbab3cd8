import { checkProof } from './coverage-rule.ts'
import type { SourceFile } from './source-file.ts'

const RULES = 44
const TO_COME = 'still to come'

export interface RuleRow {
  number: number
  means: string
  proofs: string[]
  isToCome: boolean
}

/** The table of docs/rules.md: number, meaning, proofs in backticks or "still to come". */
export function readRules({ text }: SourceFile): RuleRow[] {
  return text
    .split('\n')
    .map((line) => /^\| (\d+) \| (.+?) \| (.+) \|$/.exec(line))
    .filter((found) => found !== null)
    .map(([, number, means, proved]) => ({
      number: Number(number),
      means: means!,
      proofs: [...proved!.matchAll(/`([^`]+)`/g)].map(([, proof]) => proof!),
      isToCome: proved === TO_COME,
    }))
}

/** Every rule once and in order, each proof there, and no rule still to come that a test is named after. */
export function checkRules(rows: RuleRow[], tests: ReadonlyMap<string, string>): string[] {
  const numbers = rows.map(({ number }) => number).join()
  const all = Array.from({ length: RULES }, (_, index) => index + 1).join()
  return [
    ...(numbers === all ? [] : [`docs/rules.md does not list rules 1 to ${RULES} once and in order.`]),
    ...rows.flatMap((row) => checkRow(row, tests)),
    ...[...tests].flatMap(([path, text]) => checkNamed(path, text, rows)),
  ]
}

function checkRow({ number, proofs, isToCome }: RuleRow, tests: ReadonlyMap<string, string>): string[] {
  if (proofs.length === 0 && !isToCome) return [`docs/rules.md rule ${number}: name a test, or say "${TO_COME}".`]
  return proofs
    .map((proof) => checkProof(proof, (path) => tests.get(path) ?? null))
    .filter((fault) => fault !== null)
    .map((fault) => `docs/rules.md rule ${number}: ${fault}`)
}

/** A rule that has a test of its own is no longer to come. */
function checkNamed(path: string, text: string, rows: RuleRow[]): string[] {
  return [...text.matchAll(/\b(?:test|describe)\(\s*['`"]rule (\d+): ([^'`"\n]+)/g)]
    .filter(([, number]) => rows.find((one) => one.number === Number(number))?.proofs.length === 0)
    .map(([, number, name]) => `docs/rules.md rule ${number}: list its test “rule ${number}: ${name}” (${path}).`)
}
