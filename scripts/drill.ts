/**
 * `npm run drill -- --times 50`: breaks Kept on purpose and looks at what is left. Kills it in the middle of an import, a
 * form and a storm of corrections, starts two on one folder, fills the disk. Fails where anything acknowledged is lost,
 * anything is there in part, or the record does not verify. `--only storm,second,import,form,disk`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runDrills } from './drill/run-drills.ts'

const { values: options } = parseArgs({
  options: { times: { type: 'string', default: '50' }, only: { type: 'string', default: '' } },
})
const folder = mkdtempSync(join(tmpdir(), 'kept-drill-'))
let faults = 0
try {
  const only = options.only === '' ? [] : options.only.split(',')
  for await (const { name, times, broken, faults: found, skipped } of runDrills(folder, Number(options.times), only)) {
    faults += found.length
    if (skipped !== undefined) console.log(`– ${name}: not done, ${skipped}.`)
    else console.log(`${found.length === 0 ? '✔' : '✖'} ${name}: ${times} times, ${broken} of them in its middle.`)
    for (const fault of found) console.log(`    ${fault}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(faults === 0 ? 'Nothing was lost.' : `${faults} faults.`)
process.exitCode = faults === 0 ? 0 : 1
