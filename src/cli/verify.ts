import type { Command } from 'commander'
import { readHead, verifyLedger } from '../shapes/event/ledger.store.ts'
import { CommandRefused, type Run, requireCouncil } from './command.ts'

/** `kept verify`: is the record whole? Exit 0 when every event is as it was sealed and the chain is unbroken. */
export function addVerifyCommand(program: Command, run: Run): void {
  program
    .command('verify')
    .description('check that nothing in the record was changed, taken out or put in outside Kept')
    .option('--head <hash>', 'a head written down earlier: the chain must still hold it')
    .option('--json', 'print JSON alone on standard output')
    .action((options: { head?: string; json?: boolean }) =>
      run.onCouncil(async ({ database, terminal }) => {
        const council = await requireCouncil(database)
        const faults = await verifyLedger(database, council.authorityId, options.head)
        const head = await readHead(database, council.authorityId)
        if (options.json) terminal.out(JSON.stringify({ isWhole: faults.length === 0, head, faults }))
        for (const { seal, fault } of faults.slice(0, 20)) terminal.say(`Seal ${seal}: ${fault}`)
        if (faults.length > 0)
          throw new CommandRefused(
            `The record is not whole: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`,
          )
        terminal.say(
          `The record is whole: ${head.number} ${Number(head.number) === 1 ? 'seal' : 'seals'}. Head ${head.hash || '(none yet)'}.`,
        )
      }),
    )
}
