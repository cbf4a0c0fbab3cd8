import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Audit } from '../domain/disclosure/audit.ts'
import { explain, type Reason } from '../domain/disclosure/explain.ts'
import { offerMerges } from '../domain/disclosure/offer-merges.ts'
import type { SdcPack } from '../domain/disclosure/pack.ts'
import { isUnreadable, readPack, readPattern } from '../domain/disclosure/read-pack.ts'
import { attackPack, type Check, checkPack } from '../features/disclosure/index.ts'
import { CommandRefused, type Terminal } from './command.ts'

/** `kept disclosure`: the engine that makes a pack safe, and the attack on one, for anybody with a file. Needs no council. */
export function addDisclosureCommand(program: Command, terminal: Terminal): void {
  const disclosure = program
    .command('disclosure')
    .description('make a whole pack of tables safe to publish, or attack one (files in sdc-pack/1 and sdc-pattern/1)')
  disclosure
    .command('solve <pack>')
    .description('what of a pack must be hidden, and no more')
    .option('--time <seconds>', 'how long to look for the least', readSeconds, 20)
    .option('--json', 'the pattern as JSON on standard output')
    .action(async (file: string, options: { time: number; json?: boolean }) => {
      const pack = await readPackFile(file, terminal)
      const check = await checkPack(pack, { seconds: options.time })
      if (options.json) terminal.out(JSON.stringify(toJson(pack, check)))
      else for (const line of sayCheck(pack, check)) terminal.out(line)
    })
  disclosure
    .command('attack <pack> <pattern>')
    .description('what a reader can find out of a pack published with a pattern')
    .option('--intervals', 'the least and greatest number of every hidden cell')
    .option('--json', 'the findings as JSON on standard output')
    .action(async (file: string, patternFile: string, options: { intervals?: boolean; json?: boolean }) => {
      const pack = await readPackFile(file, terminal)
      const pattern = readPattern(await readJson(patternFile, terminal), pack)
      if (isUnreadable(pattern))
        throw new CommandRefused([`${patternFile} is no pattern:`, ...pattern.faults].join('\n'))
      const audit = await attackPack(pack, pattern, options.intervals ?? false)
      if (options.json) terminal.out(JSON.stringify({ format: 'sdc-attack/1', ...audit }))
      else for (const line of sayAudit(audit)) terminal.out(line)
    })
}

function readSeconds(text: string): number {
  const seconds = Number(text)
  if (!(seconds > 0)) throw new CommandRefused('Give --time as a number of seconds above nought.')
  return seconds
}

async function readPackFile(file: string, terminal: Terminal): Promise<SdcPack> {
  const pack = readPack(await readJson(file, terminal))
  if (isUnreadable(pack)) throw new CommandRefused([`${file} is no pack:`, ...pack.faults].join('\n'))
  return pack
}

async function readJson(file: string, terminal: Terminal): Promise<unknown> {
  const text = await readFile(resolve(terminal.folder, file), 'utf8').catch(() => {
    throw new CommandRefused(`${file} cannot be read. Is that its name?`)
  })
  try {
    return JSON.parse(text)
  } catch {
    throw new CommandRefused(`${file} is not JSON: the format is described in docs/reference/disclosure-files.md.`)
  }
}

function toJson(pack: SdcPack, { protection, audit }: Check) {
  const { pattern, outcome, primary, knownSmall, unprotectable, contradictions, weight, bound } = protection
  return {
    ...pattern,
    outcome,
    weight,
    bound,
    primary_cells: primary,
    known_small: knownSmall,
    unprotectable,
    contradictions,
    merges: outcome === 'impossible' ? offerMerges(pack, protection) : [],
    audit: { safe: audit.safe, open: audit.open, hidden_for_nothing: audit.hiddenForNothing },
  }
}

function sayCheck(pack: SdcPack, check: Check): string[] {
  const { protection, audit } = check
  const { outcome, pattern, weight, bound, contradictions, unprotectable } = protection
  if (outcome === 'contradictory')
    return [
      'The numbers disagree with themselves, so nothing can be published of them:',
      ...contradictions.map(
        ({ relation, gap }) => `  ${relation}: the parts are ${Math.abs(gap)} too ${gap > 0 ? 'many' : 'few'}`,
      ),
    ]
  if (outcome === 'impossible')
    return [
      'This cannot be published: even with all hidden that can be, these can be worked out or narrowed down:',
      ...unprotectable.map((cell) => `  ${cell}`),
      ...sayMerges(pack, check),
    ]
  return [
    `${pattern.hidden.length} of ${pack.cells.length} cells are hidden. ${sayProof(weight, bound)}`,
    audit.safe ? 'The attack found nothing.' : 'The attack found holes: do not publish.',
    ...explain(pack, protection).map((reason) => `  ${reason.cell}: ${sayReason(reason)}`),
  ]
}

function sayMerges(pack: SdcPack, { protection }: Check): string[] {
  const merges = offerMerges(pack, protection)
  if (merges.length === 0) return ['To try: leave this breakdown out, or give it for a longer period.']
  return merges.map(({ parts, count }) => `To try: print ${parts.join(', ')} as one (${count}).`)
}

function sayProof(weight: number, bound: number): string {
  if (weight <= bound) return 'No safe pattern hides less.'
  return `A safe pattern that hides less may exist: this one weighs ${weight}, and none weighs less than ${bound}.`
}

function sayReason(reason: Reason): string {
  if (reason.why === 'small') return `from 1 to ${reason.threshold}`
  if (reason.why === 'hidden before') return 'hidden in an earlier pack'
  return `protects ${reason.protects.join(', ')}`
}

function sayAudit(audit: Audit): string[] {
  if (audit.contradiction)
    return [
      'No numbers fit what is shown: the pack contradicts itself.',
      ...audit.broken.map((relation) => `  ${relation}`),
    ]
  const say = (cell: string) => {
    const [least, greatest] = audit.interval[cell]!
    return greatest === null ? `${least} or more` : least === greatest ? `exactly ${least}` : `${least} to ${greatest}`
  }
  return [
    audit.open.length === 0 ? 'Nothing is open.' : `${audit.open.length} open:`,
    ...audit.open.map(({ cell, fault }) => `  ${cell}: ${fault}, ${say(cell)}`),
    ...audit.hiddenForNothing.map((cell) => `  ${cell}: hidden for nothing, it is ${say(cell)}`),
  ]
}
