import { parentPort, workerData } from 'node:worker_threads'
import { type Audit, audit } from '../../domain/disclosure/audit.ts'
import { loadHighs } from '../../domain/disclosure/linear-model.ts'
import type { SdcPack, SdcPattern } from '../../domain/disclosure/pack.ts'
import { type Protection, protect } from '../../domain/disclosure/protect.ts'

export type Task =
  | { does: 'protect'; pack: SdcPack; seconds: number }
  | { does: 'audit'; pack: SdcPack; pattern: SdcPattern; intervals: boolean }

export type Told = { protection: Protection } | { protection: Protection; audit: Audit } | { audit: Audit }

const task = workerData as Task
const highs = await loadHighs()
const now = () => performance.now() / 1000
const tell = (told: Told) => parentPort!.postMessage(told)

if (task.does === 'protect') {
  const protection = protect(task.pack, highs, {
    seconds: task.seconds,
    now,
    onSafe: (first) => tell({ protection: first }),
  })
  tell({ protection })
  tell({ protection, audit: audit(task.pack, protection.pattern, highs) })
} else {
  tell({ audit: audit(task.pack, task.pattern, highs, { intervals: task.intervals }) })
}
