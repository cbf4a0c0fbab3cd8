import { z } from 'zod'

const schema = z.object({
  year: z
    .string()
    .trim()
    .default('')
    .refine((year) => year === '' || /^20[1-9]\d$/.test(year), {
      message:
        'Give the year in which the return ends, such as 2026 for 1 April 2025 to 31 March 2026, or leave it blank',
    }),
})

export interface FormFault {
  field: 'files' | 'year'
  message: string
}

export type CheckedForm =
  | { isGood: true; year: number | undefined }
  | { isGood: false; year: string; faults: FormFault[] }

export function checkNewImport(form: Record<string, string>, files: readonly unknown[]): CheckedForm {
  const parsed = schema.safeParse({ year: form.year })
  const faults: FormFault[] = []
  if (files.length === 0) faults.push({ field: 'files', message: 'Choose the files of the return, or a directory' })
  if (!parsed.success) faults.push(...parsed.error.issues.map(({ message }): FormFault => ({ field: 'year', message })))
  if (faults.length > 0 || !parsed.success) return { isGood: false, year: form.year ?? '', faults }
  return { isGood: true, year: parsed.data.year === '' ? undefined : Number(parsed.data.year) }
}
