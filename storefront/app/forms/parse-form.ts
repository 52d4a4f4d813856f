import * as v from 'valibot'

/** What is wrong with a form: by field, and in all. */
export interface FormFault {
  fields: Record<string, string>
  message?: string | undefined
  /** What was typed, except passwords, to fill the form again. */
  values: Record<string, string>
}

const SECRET = /password|current|next/

function textsOf(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string') texts[name] = value
  return texts
}

function kept(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => !SECRET.test(name)))
}

/** The text of a field; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  return textsOf(form)[name] ?? ''
}

export type Parsed<T> = { output: T; fault?: never } | { output?: never; fault: FormFault }

export function parseForm<S extends v.GenericSchema>(
  schema: S,
  form: FormData,
): Parsed<v.InferOutput<S>> {
  const texts = textsOf(form)
  const result = v.safeParse(schema, texts)
  if (result.success) return { output: result.output }
  const fields: Record<string, string> = {}
  for (const issue of result.issues) {
    const field = v.getDotPath(issue)
    if (field !== null) fields[field] ??= issue.message
  }
  return { fault: { fields, values: kept(texts) } }
}

export function faultText({ message, fields }: FormFault): string {
  return message ?? Object.values(fields)[0] ?? 'That didn’t work. Try again.'
}

export function refusedForm(
  form: FormData,
  fault: Partial<Pick<FormFault, 'fields' | 'message'>>,
): FormFault {
  return { fields: {}, ...fault, values: kept(textsOf(form)) }
}
