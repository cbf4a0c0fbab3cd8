import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import { type Council, findCouncil } from '../shapes/person/council.store.ts'

/** What a command writes to: data alone on `out`, messages and progress on `say`. */
export interface Terminal {
  out: (text: string) => void
  say: (line: string) => void
  /** Asks the person at the keyboard; null where there is nobody to ask (a script, or a command handed to the server). */
  ask: ((question: string) => Promise<string>) | null
  /** The folder that relative paths start from. */
  folder: string
}

export interface CommandContext {
  config: Config
  database: Database
  terminal: Terminal
}

/** A mistake of the person at the keyboard: said in a sentence, without a stack. */
export class CommandRefused extends Error {}

export type Work = (context: CommandContext) => Promise<void>

export interface Run {
  /** On the council that is here. */
  onCouncil: (work: Work) => Promise<void>
  /** Where a council is to be made: embedded, all of it or nothing of it. */
  onEmpty: (work: Work) => Promise<void>
}

const NO_COUNCIL =
  'There is no council here yet. Make one with `kept init --council NAME --authority NUMBER`, or the made-up one with `kept demo`.'

export function refuseNoCouncil(): never {
  throw new CommandRefused(NO_COUNCIL)
}

/** The council of this installation; a refusal that says how to make one where there is none. */
export async function requireCouncil(database: Database): Promise<Council> {
  return (await findCouncil(database)) ?? refuseNoCouncil()
}

/** For a command that makes one: a council that is there is never touched. */
export async function requireNoCouncil(database: Database): Promise<void> {
  const council = await findCouncil(database)
  if (council !== null)
    throw new CommandRefused(`There is a council here already, ${council.name}. Name another folder in KEPT_DATA.`)
}
