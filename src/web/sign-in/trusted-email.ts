/** What a sign-in service says about an address, as far as it concerns us. */
export interface EmailClaims {
  readonly [claim: string]: unknown
}

const CONSUMERS = '9188040d-6c67-4c5b-b112-36a304b66dad'
const ONE_TENANT =
  /^https:\/\/login\.microsoftonline\.(?:com|us)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/v2\.0\/?$/i

/**
 * The address by which a person may be found at their first sign-in, or null. Whoever can write an address into an account
 * could otherwise become a colleague. So the service must say that it checked the address (`email_verified`, or
 * Microsoft's `xms_edov`), or the issuer must be one organisation's own tenant, where only the council writes addresses.
 * An address that the service says it did not check is never used.
 */
export function trustedEmail(claims: EmailClaims, issuer: string): string | null {
  const { email, email_verified: isVerified, xms_edov: isDomainOwned } = claims
  if (typeof email !== 'string' || !email.includes('@')) return null
  if (isVerified === false || isVerified === 'false') return null
  const isChecked = isVerified === true || isVerified === 'true' || isDomainOwned === true || isDomainOwned === '1'
  return isChecked || isOwnTenant(issuer) ? email : null
}

function isOwnTenant(issuer: string): boolean {
  const tenant = issuer.match(ONE_TENANT)?.[1]?.toLowerCase()
  return tenant !== undefined && tenant !== CONSUMERS
}
