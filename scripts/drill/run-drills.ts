import { join } from 'node:path'
import { type Drilled, makeDrillCouncil } from './council.ts'
import { drillForm } from './form.ts'
import { drillFullDisk } from './full-disk.ts'
import { drillImport } from './import.ts'
import { drillSecondProcess, drillStorm } from './storm.ts'

/** Every drill so many times, one after another on the same council, as a council would live through them. */
export async function* runDrills(folder: string, times: number, only: string[] = []): AsyncGenerator<Drilled> {
  const data = join(folder, 'council')
  const drills: Record<string, () => Promise<Drilled>> = {
    storm: () => drillStorm(data, times),
    second: () => drillSecondProcess(data, times),
    import: () => drillImport(data, folder, times),
    form: () => drillForm(data, times),
    disk: () => drillFullDisk(data, folder, Math.min(times, 20)),
  }
  await makeDrillCouncil(data)
  for (const [name, drill] of Object.entries(drills)) {
    if (only.length === 0 || only.includes(name)) yield await drill()
  }
}
