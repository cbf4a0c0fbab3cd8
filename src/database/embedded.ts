import { Worker } from 'node:worker_threads'
import type { DatabaseConnection, Driver, QueryResult, TransactionSettings } from 'kysely'
import { CompiledQuery } from 'kysely'
import type { WorkerAnswer, WorkerRequest } from './pglite-worker.ts'
import { Turns } from './turns.ts'

export class DatabaseError extends Error {
  readonly code: string | undefined
  constructor(message: string, code?: string) {
    super(message)
    this.code = code
  }
}

/**
 * A thread holding PGlite, and the one connection it has. After a fault that a server would end for (a full disk in its
 * log), it answers nothing more: the thread is ended without a goodbye, and the next transaction starts a new one, which
 * recovers as after a power cut.
 */
export class EmbeddedEngine {
  readonly #folder: string
  readonly #greeting: string
  readonly #waiting = new Map<number, { resolve: (answer: WorkerAnswer) => void; reject: (error: Error) => void }>()
  #worker!: Worker
  #next = 1
  #fault: Error | null = null
  #isClosed = false
  readonly #turns = new Turns()

  private constructor(folder: string, greeting: string) {
    this.#folder = folder
    this.#greeting = greeting
  }

  /**
   * `folder`: an existing folder, or `memory://` for a database that goes with the process. `first` is said once, to a
   * new database; `greeting` at every start.
   */
  static async open(folder: string, first: string | null, greeting: string): Promise<EmbeddedEngine> {
    const engine = new EmbeddedEngine(folder, greeting)
    await engine.#start(first)
    return engine
  }

  async #start(first: string | null): Promise<void> {
    const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: { folder: this.#folder } })
    this.#worker = worker
    this.#fault = null
    worker.on('message', (answer: WorkerAnswer) => {
      const waiter = this.#waiting.get(answer.id)
      this.#waiting.delete(answer.id)
      waiter?.resolve(answer)
    })
    const fail = (error: Error) => {
      if (worker === this.#worker) this.#fail(error)
    }
    worker.on('error', fail)
    worker.on('exit', () => fail(new DatabaseError('the database was closed')))
    await this.#answer(0)
    if (first !== null) await this.query(first, null)
    await this.query(this.#greeting, null)
  }

  #fail(error: Error): void {
    this.#fault ??= error
    for (const waiter of this.#waiting.values()) waiter.reject(error)
    this.#waiting.clear()
  }

  #answer(id: number): Promise<WorkerAnswer> {
    // A thread that is gone answers nobody.
    if (this.#fault !== null) return Promise.reject(this.#fault)
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
  }

  async query(sql: string, parameters: readonly unknown[] | null): Promise<QueryResult<never>> {
    const id = this.#next++
    const answered = this.#answer(id)
    this.#worker.postMessage({ id, sql, parameters } satisfies WorkerRequest)
    const answer = await answered
    if (answer.error) {
      const error = new DatabaseError(answer.error.message, answer.error.code)
      if (answer.error.isFatal) {
        this.#fail(error)
        await this.#worker.terminate()
      }
      throw error
    }
    return { rows: (answer.rows ?? []) as never[], numAffectedRows: BigInt(answer.affected ?? 0) }
  }

  /** Transactions take turns: there is one connection. Returns the function that gives it back. */
  async takeTurn(isBackground = false): Promise<() => void> {
    const end = await this.#turns.take(isBackground)
    try {
      if (this.#fault !== null && !this.#isClosed && !this.#folder.startsWith('memory://')) await this.#start(null)
    } catch (error) {
      end()
      throw error
    }
    return end
  }

  async close(): Promise<void> {
    this.#isClosed = true
    if (this.#fault !== null) return
    const closed = this.#answer(-1)
    this.#worker.postMessage('close')
    await closed
    await this.#worker.terminate()
  }
}

/** Part of Kysely: what it asks of a connection. */
class EmbeddedConnection implements DatabaseConnection {
  readonly release: () => void
  readonly #engine: EmbeddedEngine
  constructor(engine: EmbeddedEngine, release: () => void) {
    this.#engine = engine
    this.release = release
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#engine.query(query.sql, query.parameters) as Promise<QueryResult<R>>
  }
  // biome-ignore lint/correctness/useYield: part of Kysely's interface; nothing here streams
  async *streamQuery(): AsyncGenerator<never> {
    throw new DatabaseError('the embedded database does not stream')
  }
}

export class EmbeddedDriver implements Driver {
  readonly #engine: EmbeddedEngine
  readonly #isBackground: boolean
  constructor(engine: EmbeddedEngine, isBackground = false) {
    this.#engine = engine
    this.#isBackground = isBackground
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<EmbeddedConnection> {
    return new EmbeddedConnection(this.#engine, await this.#engine.takeTurn(this.#isBackground))
  }
  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const level = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : ''
    await connection.executeQuery(CompiledQuery.raw(`begin${level}`))
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    ;(connection as EmbeddedConnection).release()
  }
  async destroy(): Promise<void> {
    if (!this.#isBackground) await this.#engine.close()
  }
}
