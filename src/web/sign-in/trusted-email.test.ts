import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EmailClaims, trustedEmail } from './trusted-email.ts'

const email = 'sam@council.example'
const plain = 'https://sign-in.example'
const tenant = 'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0'
const consumers = 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0'
const everybody = 'https://login.microsoftonline.com/common/v2.0'

const cases: [claim: string, claims: EmailClaims, issuer: string, isTrusted: boolean][] = [
  ['an address that was checked is trusted', { email, email_verified: true }, plain, true],
  ['an address that was checked, written as text, is trusted', { email, email_verified: 'true' }, plain, true],
  ['an address that was not checked is not trusted', { email, email_verified: false }, plain, false],
  ['an address nobody speaks of is not trusted', { email }, plain, false],
  ['an address whose domain the account owns is trusted', { email, xms_edov: true }, everybody, true],
  ['an address in the council’s own tenant is trusted', { email }, tenant, true],
  [
    'an address not checked in the council’s own tenant is not trusted',
    { email, email_verified: false },
    tenant,
    false,
  ],
  ['an address where anybody may open an account is not trusted', { email }, consumers, false],
  ['an address of any organisation is not trusted', { email }, everybody, false],
  [
    'a host that only looks like a tenant is not trusted',
    { email },
    tenant.replace('.com', '.com.evil.example'),
    false,
  ],
  ['no address is no address', { email_verified: true }, tenant, false],
  ['what is not an address is not trusted', { email: 'sam', email_verified: true }, tenant, false],
]

for (const [claim, claims, issuer, isTrusted] of cases) {
  test(claim, () => assert.equal(trustedEmail(claims, issuer), isTrusted ? email : null))
}
