import type { FastifyInstance } from 'fastify'

/** The headers of every answer. Signed-in pages are never stored; only our own files run, and govuk's one inline script by its hash. */
export function addSecurityHeaders(
  app: FastifyInstance,
  { inlineScriptHash, isSecure }: { inlineScriptHash: string; isSecure: boolean },
): void {
  const policy = [
    "default-src 'none'",
    `script-src 'self' '${inlineScriptHash}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  app.addHook('onSend', async (request, reply, payload) => {
    // A file that people added has a narrower one.
    if (!reply.hasHeader('Content-Security-Policy')) reply.header('Content-Security-Policy', policy)
    reply.header('X-Content-Type-Options', 'nosniff')
    reply.header('Referrer-Policy', 'same-origin')
    reply.header('X-Frame-Options', 'DENY')
    reply.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
    if (isSecure) reply.header('Strict-Transport-Security', 'max-age=31536000')
    // Kept by nobody on the way, unless a page that is the same for everybody says otherwise.
    if (!request.url.startsWith('/assets/') && !reply.hasHeader('Cache-Control'))
      reply.header('Cache-Control', 'no-store')
    return payload
  })
}
