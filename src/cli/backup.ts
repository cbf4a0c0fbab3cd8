import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { filesFolder } from '../config.ts'
import { readBackup, writeBackup } from '../database/backup.ts'
import { readHead, verifyLedger } from '../shapes/event/ledger.store.ts'
import { CommandRefused, type Run, requireCouncil, requireNoCouncil } from './command.ts'

/** `kept backup FILE` while the council works; `kept restore FILE` into an empty folder or database, then verified. */
export function addBackupCommands(program: Command, run: Run): void {
  program
    .command('backup')
    .description('write one consistent copy of everything to a file')
    .argument('<file>')
    .action((file: string) =>
      run.onCouncil(async ({ config, database, terminal }) => {
        const council = await requireCouncil(database)
        const path = resolve(terminal.folder, file)
        if (existsSync(path))
          throw new CommandRefused(`${file} is there already. Name a new file: a backup never writes over another.`)
        let lost = 0
        const counts = await writeBackup(database, path, filesFolder(config), () => {
          lost += 1
        })
        const head = await readHead(database, council.authorityId)
        const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
        terminal.say(`Backed up ${rows.toLocaleString('en-GB')} rows of ${council.name}. Head ${head.hash}.`)
        if (lost > 0)
          terminal.say(
            `${lost} of its pictures and papers are gone from ${filesFolder(config)}, or were changed there: look for them in an older backup.`,
          )
        terminal.say('The file holds children’s records: keep it where only those may read it who may read them all.')
      }),
    )
  program
    .command('restore')
    .description('put a backup into an empty folder or database')
    .argument('<file>')
    .action((file: string) =>
      run.onEmpty(async ({ config, database, terminal }) => {
        await requireNoCouncil(database)
        const path = resolve(terminal.folder, file)
        if (!existsSync(path)) throw new CommandRefused(`There is no file ${file}.`)
        await readBackup(database, path, filesFolder(config)).catch((error: Error) => {
          throw new CommandRefused(`This file could not be restored, and nothing was: ${error.message}`)
        })
        await database.refreshStatistics()
        const council = await requireCouncil(database)
        const faults = await verifyLedger(database, council.authorityId)
        if (faults.length > 0)
          throw new CommandRefused(`The backup’s record is not whole: seal ${faults[0]!.seal}: ${faults[0]!.fault}.`)
        terminal.say(`Restored ${council.name}. The record is whole.`)
      }),
    )
}
