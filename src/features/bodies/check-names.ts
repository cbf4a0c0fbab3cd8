import type { FieldError } from '../../web/form-field.ts'
import type { Visit } from '../../web/route.ts'
import { listNameErrors } from '../governance/index.ts'

/** A young person's whole name in any of a form's fields, as a fault of that field (rule 35). The database refuses it too. */
export async function checkNames({ database, actor, form }: Visit, fields: string[]): Promise<FieldError[]> {
  return database.as(actor, (query) =>
    listNameErrors(
      query,
      fields.map((field) => ({ field, words: form[field] ?? '' })),
    ),
  )
}
