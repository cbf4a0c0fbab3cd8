import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { readBackup, writeBackup } from '../database/backup.ts'
import { readHead, verifyLedger } from '../shapes/event/ledger.store.ts'
import { findCouncil } from '../shapes/person/council.store.ts'
import { CommandRefused, requireCouncil, type Work } from './command-line.ts'

/** `kept backup FILE` while the council works; `kept restore FILE` into an empty folder or database, then verified. */
export function addBackupCommands(program: Command, run: (work: Work) => Promise<void>): void {
  program
    .command('backup')
    .description('write one consistent copy of everything to a file')
    .argument('<file>')
    .action((file: string) =>
      run(async ({ database, terminal }) => {
        const council = await requireCouncil(database)
        const path = resolve(terminal.folder, file)
        if (existsSync(path))
          throw new CommandRefused(`${file} is there already. Name a new file: a backup never writes over another.`)
        const counts = await writeBackup(database, path)
        const head = await readHead(database, council.authorityId)
        terminal.say(
          `Backed up ${Object.values(counts).reduce((sum, count) => sum + count, 0)} rows of ${council.name}. Head ${head.hash}.`,
        )
        terminal.say('The file holds children’s records: keep it where only those may read it who may read them all.')
      }),
    )
  program
    .command('restore')
    .description('put a backup into an empty folder or database')
    .argument('<file>')
    .action((file: string) =>
      run(async ({ database, terminal }) => {
        if (await findCouncil(database))
          throw new CommandRefused(
            'There is a council here already. Restore into an empty folder: name it in KEPT_DATA.',
          )
        const path = resolve(terminal.folder, file)
        if (!existsSync(path)) throw new CommandRefused(`There is no file ${file}.`)
        await readBackup(database, path)
        const council = await requireCouncil(database)
        const faults = await verifyLedger(database, council.authorityId)
        if (faults.length > 0) throw new CommandRefused(`Restored, but the record is not whole: ${faults[0]!.fault}.`)
        terminal.say(`Restored ${council.name}. The record is whole.`)
      }),
    )
}
