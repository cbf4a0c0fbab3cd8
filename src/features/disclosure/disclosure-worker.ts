import { parentPort } from 'node:worker_threads'
import { type Audit, audit } from '../../domain/disclosure/audit.ts'
import { loadHighs } from '../../domain/disclosure/linear-model.ts'
import type { SdcPack, SdcPattern } from '../../domain/disclosure/pack.ts'
import { type Protection, protect } from '../../domain/disclosure/protect.ts'
import { type Rounding, roundPrinted } from '../../domain/disclosure/round-printed.ts'

export type Task =
  | { does: 'protect'; pack: SdcPack; seconds: number }
  | { does: 'round'; pack: SdcPack; printed: string[]; base: number; seconds: number }
  | { does: 'audit'; pack: SdcPack; pattern: SdcPattern; intervals: boolean }

export interface Told {
  protection?: Protection
  audit?: Audit
  rounding?: Rounding
  /** Nothing more comes of this task. */
  isDone?: true
  fault?: string
}

const solver = loadHighs()
const now = () => performance.now() / 1000
const tell = (told: Told) => parentPort!.postMessage(told)

parentPort!.on('message', async (task: Task) => {
  try {
    const highs = await solver
    if (task.does === 'audit') {
      tell({ audit: audit(task.pack, task.pattern, highs, { intervals: task.intervals }), isDone: true })
      return
    }
    if (task.does === 'round') {
      const rounding = roundPrinted(task.pack, highs, task)
      tell(rounding ? { rounding, audit: audit(task.pack, rounding.pattern, highs), isDone: true } : { isDone: true })
      return
    }
    const { pack, seconds } = task
    const protection = protect(pack, highs, { seconds, now, onSafe: (first) => tell({ protection: first }) })
    tell({ protection })
    const { pattern, witnesses } = protection
    tell({ protection, audit: audit(pack, pattern, highs, { witnesses }), isDone: true })
  } catch (error) {
    tell({ fault: error instanceof Error ? error.message : String(error), isDone: true })
  }
})
