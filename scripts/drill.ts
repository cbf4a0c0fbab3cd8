import { parseArgs } from 'node:util'
import { drillImport } from '../test/kit/drill.ts'

/** `npm run drill -- --times 50`: kills an import again and again, and says what the record held afterwards. */
const { values } = parseArgs({ options: { times: { type: 'string', default: '50' } } })
const result = await drillImport(Number(values.times))
console.log(
  `${result.times} imports killed with -9: ${result.absent} wholly absent afterwards, ${result.whole} wholly there.`,
)
for (const fault of result.faults) console.error(fault)
process.exitCode = result.faults.length === 0 ? 0 : 1
