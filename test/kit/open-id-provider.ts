import { generateKeyPairSync } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export interface TestAccount {
  email?: string
  email_verified?: boolean
}

export interface TestProvider {
  issuer: string
  /** Who signs in next, and what the service says of them. */
  signInAs: (subject: string, account: TestAccount) => void
  /** Goes through the service as a browser does, from its address to the one it sends the browser back to. */
  visit: (url: string) => Promise<string>
  close: () => Promise<void>
}

export const client = { clientId: 'kept', clientSecret: 'a-secret-for-tests-alone-0123456789' }

/** A real OpenID Connect service in this process, which asks no password: whoever was named is signed in. */
export async function startProvider(
  address: string,
  way: 'client_secret_post' | 'client_secret_basic' = 'client_secret_post',
): Promise<TestProvider> {
  let handle: RequestListener = () => {}
  const server = createServer((request, response) => handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const accounts = new Map<string, TestAccount>()
  let next = ''

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${address}/sign-in/callback`],
        token_endpoint_auth_method: way,
      },
    ],
    clientAuthMethods: [way],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    cookies: { keys: ['a-key-for-tests-alone'] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' } as never] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, subject) => ({ accountId: subject, claims: () => ({ sub: subject, ...accounts.get(subject) }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new provider.Grant({ clientId: ctx.oidc.client!.clientId, accountId: ctx.oidc.session!.accountId! })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  const callback = provider.callback()
  handle = (request, response) => {
    if (!request.url!.startsWith('/interaction/')) return void callback(request, response)
    provider
      .interactionFinished(request, response, { login: { accountId: next } })
      .catch((fault) => response.writeHead(500).end(String(fault)))
  }

  return {
    issuer,
    signInAs: (subject, account) => {
      next = subject
      accounts.set(subject, account)
    },
    visit: async (url) => {
      const cookies = new Map<string, string>()
      let here = url
      while (!here.startsWith(`${address}/`)) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        const answer = await fetch(here, { redirect: 'manual', headers: { cookie } })
        for (const line of answer.headers.getSetCookie()) {
          const [name, value] = line.split(';')[0]!.split('=') as [string, string]
          cookies.set(name, value)
        }
        const onward = answer.headers.get('location')
        if (onward === null) throw new Error(`The service answered ${answer.status} at ${here}: ${await answer.text()}`)
        here = new URL(onward, here).href
      }
      return here.slice(address.length)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
