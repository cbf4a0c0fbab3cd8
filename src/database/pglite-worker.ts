import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, types } from '@electric-sql/pglite'

/** The embedded database in a thread of its own, so that a long query never stops the server (0.2 ms a call). */
export interface WorkerRequest {
  id: number
  sql: string
  parameters: readonly unknown[] | null
}
export interface WorkerAnswer {
  id: number
  rows?: unknown[]
  affected?: number
  error?: { message: string; code?: string; detail?: string; constraint?: string; isFatal?: boolean }
}

const asText = (value: string) => value
const database = await PGlite.create({
  dataDir: workerData.folder,
  parsers: {
    [types.DATE]: asText,
    [types.TIMESTAMPTZ]: asText,
    [types.TIMESTAMP]: asText,
    [types.INT8]: asText,
    [types.NUMERIC]: asText,
  },
})
// Memory for sorts: a council's record is sorted there, and nobody else shares this computer's part of it.
await database.exec("set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set work_mem = '32MB'")
parentPort!.postMessage({ id: 0 } satisfies WorkerAnswer)

parentPort!.on('message', async (request: WorkerRequest | 'close') => {
  if (request === 'close') {
    await database.close()
    parentPort!.postMessage({ id: -1 } satisfies WorkerAnswer)
    parentPort!.close()
    return
  }
  try {
    if (request.parameters === null) {
      await database.exec(request.sql)
      parentPort!.postMessage({ id: request.id, rows: [] } satisfies WorkerAnswer)
      return
    }
    const result = await database.query(request.sql, [...request.parameters])
    parentPort!.postMessage({
      id: request.id,
      rows: result.rows,
      affected: result.affectedRows ?? 0,
    } satisfies WorkerAnswer)
  } catch (error) {
    const { message, code, detail, constraint, severity } = error as {
      message: string
      code?: string
      detail?: string
      constraint?: string
      severity?: string
    }
    // What would end a server's process: nothing it says afterwards is to be trusted.
    const isFatal = severity === 'PANIC' || severity === 'FATAL' || (error as Error).name === 'RuntimeError'
    parentPort!.postMessage({ id: request.id, error: { message, code, detail, constraint, isFatal } } as WorkerAnswer)
  }
})
