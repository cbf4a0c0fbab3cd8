/** How long the connection is left free after a page's transaction: a page has several, one right after another. */
const NEXT_OF_A_PAGE = 4
/** So long does background work let pages go first; then it is its turn whoever waits. */
const PATIENCE = 100

interface Waiter {
  begin: () => void
  since: number
}

/**
 * Whose turn it is on the one connection of the embedded database. Pages go first, in the order they came; the background
 * work of an import or of figures takes the gaps between them, but is not kept waiting for ever.
 */
export class Turns {
  readonly #pages: Waiter[] = []
  readonly #background: Waiter[] = []
  #isTaken = false
  #freeSince = 0
  #timer: NodeJS.Timeout | null = null

  /** Returns the function that ends the turn. */
  async take(isBackground: boolean): Promise<() => void> {
    await new Promise<void>((begin) => {
      const queue = isBackground ? this.#background : this.#pages
      queue.push({ begin, since: performance.now() })
      this.#grant()
    })
    return () => {
      this.#isTaken = false
      if (!isBackground) this.#freeSince = performance.now()
      this.#grant()
    }
  }

  #grant(): void {
    if (this.#isTaken) return
    const now = performance.now()
    const [background] = this.#background
    const isOverdue = background !== undefined && now - background.since > PATIENCE
    const next = isOverdue ? this.#background.shift() : this.#pages.shift()
    const wait = this.#freeSince + NEXT_OF_A_PAGE - now
    if (next !== undefined) this.#begin(next)
    else if (background !== undefined && wait <= 0) this.#begin(this.#background.shift()!)
    else if (background !== undefined) this.#lookAgainIn(wait)
  }

  #lookAgainIn(wait: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.#grant()
    }, wait)
  }

  #begin({ begin }: Waiter): void {
    this.#isTaken = true
    begin()
  }
}
