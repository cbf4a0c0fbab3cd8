export interface FieldError {
  field: string
  text: string
}

interface FieldParts {
  label: string
  hint?: string
  value?: string | undefined
  rows?: number
  classes?: string
}

/** One field of a form as GOV.UK's macros take it, with what was typed and what is wrong with it. */
export function makeField(name: string, parts: FieldParts, errors: FieldError[]) {
  const error = errors.find((one) => one.field === name)
  return {
    id: name,
    name,
    label: { text: parts.label, classes: 'govuk-label--s' },
    value: parts.value ?? '',
    ...(parts.hint ? { hint: { text: parts.hint } } : {}),
    ...(parts.rows ? { rows: parts.rows } : {}),
    ...(parts.classes ? { classes: parts.classes } : {}),
    ...(error ? { errorMessage: { text: error.text } } : {}),
  }
}

export interface Choice {
  value: string
  text: string
}

export function makeSelect(name: string, parts: FieldParts, choices: Choice[], errors: FieldError[]) {
  const items = choices.map((choice) => ({ ...choice, selected: choice.value === (parts.value ?? '') }))
  return { ...makeField(name, parts, errors), items }
}

/** For the summary at the top of the page. */
export function listErrors(errors: FieldError[]): { errors: { text: string; href: string }[] } | Record<string, never> {
  return errors.length === 0 ? {} : { errors: errors.map((error) => ({ text: error.text, href: `#${error.field}` })) }
}
