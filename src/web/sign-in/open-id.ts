import * as openId from 'openid-client'
import type { Config } from '../../config.ts'
import type { Errand } from './cookie.ts'
import { trustedEmail } from './trusted-email.ts'

/** Who the council's sign-in service says this is. The address only where it may be trusted. */
export interface Identity {
  issuer: string
  subject: string
  email: string | null
}

export interface OpenId {
  /** Where to send the browser, and what it must bring back. */
  begin: (to: string) => Promise<{ url: string; errand: Errand }>
  /** Checks what came back (state, nonce, proof key, signature) and says who it is. Throws where anything is wrong. */
  finish: (path: string, errand: Errand) => Promise<Identity>
}

const PATIENCE_IN_SECONDS = 10
const CLOCK_DIFFERENCE_IN_SECONDS = 30

/** OpenID Connect with the council's own service. Its settings are asked for at the first sign-in, then kept. */
export function makeOpenId(settings: NonNullable<Config['openId']>, address: string): OpenId {
  let asked: Promise<openId.Configuration> | null = null
  const configuration = () => {
    asked ??= discover(settings).catch((fault) => {
      asked = null // the service was away: ask again at the next sign-in
      throw fault
    })
    return asked
  }
  return {
    begin: async (to) => {
      const errand = {
        state: openId.randomState(),
        nonce: openId.randomNonce(),
        verifier: openId.randomPKCECodeVerifier(),
        to,
      }
      const url = openId.buildAuthorizationUrl(await configuration(), {
        redirect_uri: callbackAddress(address),
        scope: 'openid email',
        state: errand.state,
        nonce: errand.nonce,
        code_challenge: await openId.calculatePKCECodeChallenge(errand.verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, errand }
    },
    finish: async (path, errand) => {
      const service = await configuration()
      const tokens = await openId.authorizationCodeGrant(service, new URL(path, address), {
        expectedState: errand.state,
        expectedNonce: errand.nonce,
        pkceCodeVerifier: errand.verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()!
      const isElsewhere = claims.email === undefined && service.serverMetadata().userinfo_endpoint !== undefined
      const aboutEmail = isElsewhere ? await openId.fetchUserInfo(service, tokens.access_token, claims.sub) : claims
      return { issuer: claims.iss, subject: claims.sub, email: trustedEmail(aboutEmail, claims.iss) }
    },
  }
}

/** The address that the council's sign-in service must be told to send people back to. */
export function callbackAddress(address: string): string {
  return `${address}/sign-in/callback`
}

function discover({ issuer, clientId, clientSecret }: NonNullable<Config['openId']>): Promise<openId.Configuration> {
  const about = { client_secret: clientSecret, [openId.clockTolerance]: CLOCK_DIFFERENCE_IN_SECONDS }
  return openId.discovery(new URL(issuer), clientId, about, sendSecret, {
    timeout: PATIENCE_IN_SECONDS,
    execute: isPlainOnThisComputer(issuer) ? [openId.allowInsecureRequests] : [],
  })
}

const inBody = openId.ClientSecretPost()
const inHeader = openId.ClientSecretBasic()
/** The secret goes in the form where the service takes it there, otherwise in the header, which every service takes. */
const sendSecret: openId.ClientAuth = (service, client, body, headers) => {
  const isTakenInBody = service.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? false
  return (isTakenInBody ? inBody : inHeader)(service, client, body, headers)
}

/** Without https only to a service on the same computer: a test, or a demonstration. */
function isPlainOnThisComputer(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer)
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
