import { Agent, type IncomingMessage, request } from 'node:http'

export interface Page {
  status: number
  text: string
  cookies: string[]
}

/** A browser's part of the work and no more: keeps its connection and its cookies. */
export class Reader {
  readonly #address: string
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  #cookies = new Map<string, string>()

  constructor(address: string) {
    this.#address = address
  }

  /** Signs in as a person of the made-up council. */
  async signIn(personId: string): Promise<this> {
    const picker = await this.read('/sign-in')
    const word = /name="_csrf" value="([^"]+)"/.exec(picker.text)?.[1]
    if (word === undefined) throw new Error(`The picker was not shown (${picker.status}).`)
    const { status } = await this.send('/sign-in/pick', { _csrf: word, to: '/', person: personId })
    if (status !== 303) throw new Error(`Nobody was signed in (${status}).`)
    return this
  }

  get cookies(): { name: string; value: string; url: string }[] {
    return [...this.#cookies].map(([name, value]) => ({ name, value, url: this.#address }))
  }

  read(path: string): Promise<Page> {
    return this.#ask('GET', path, null)
  }

  send(path: string, form: Record<string, string>): Promise<Page> {
    return this.#ask('POST', path, new URLSearchParams(form).toString())
  }

  close(): void {
    this.#agent.destroy()
  }

  #ask(method: string, path: string, body: string | null): Promise<Page> {
    const headers: Record<string, string> = {
      cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    }
    return new Promise((resolve, reject) => {
      const asked = request(`${this.#address}${path}`, { method, agent: this.#agent, headers }, (response) => {
        this.#keepCookies(response)
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (piece: string) => {
          text += piece
        })
        response.once('end', () =>
          resolve({ status: response.statusCode!, text, cookies: response.headers['set-cookie'] ?? [] }),
        )
        response.once('error', reject)
      })
      asked.once('error', reject)
      asked.end(body ?? undefined)
    })
  }

  #keepCookies(response: IncomingMessage): void {
    for (const cookie of response.headers['set-cookie'] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      this.#cookies.set(name!, value!)
    }
  }
}
