import type { FastifyRequest } from 'fastify'
import type { UploadedFile } from '../../web/route.ts'
import { withoutNul } from '../../web/without-nul.ts'

export interface Anything {
  form: Record<string, string>
  files: UploadedFile[]
  /** A picture that was too large or broke off: the words are here all the same. */
  isPictureLost: boolean
}

const MOST_FIELDS = 40

/** Reads a form so that a fault in a picture never costs the words, which stand before it in the form. */
export async function readAnything(request: FastifyRequest): Promise<Anything> {
  const all: Anything = { form: {}, files: [], isPictureLost: false }
  const keep = (key: string, value: unknown) => {
    if (typeof value === 'string' && Object.keys(all.form).length < MOST_FIELDS) all.form[key] = withoutNul(value)
  }
  if (!request.isMultipart()) {
    for (const [key, value] of Object.entries((request.body ?? {}) as Record<string, unknown>)) keep(key, value)
    return all
  }
  try {
    for await (const part of request.parts({ limits: { fileSize: 25 * 1024 * 1024, files: 3 } })) {
      if (part.type === 'field') keep(part.fieldname, part.value)
      else if (part.filename !== '') all.files.push({ name: 'picture', bytes: await part.toBuffer() })
      else part.file.resume()
    }
  } catch {
    all.isPictureLost = true
  }
  return all
}
