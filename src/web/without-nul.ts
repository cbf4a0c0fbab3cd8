import type { FastifyInstance } from 'fastify'

/** The one character that no text of PostgreSQL can hold: taken out of whatever is typed, so that nothing else of it is lost. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}

/** For every address, form and question; the parts of a form with files are read one by one where they come. */
export function takeOutNul(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    for (const fields of [request.params, request.query, request.body]) clean(fields)
  })
}

function clean(fields: unknown): void {
  if (typeof fields !== 'object' || fields === null || Buffer.isBuffer(fields)) return
  const all = fields as Record<string, unknown>
  for (const [key, value] of Object.entries(all)) {
    if (typeof value === 'string') all[key] = withoutNul(value)
    else clean(value)
  }
}
