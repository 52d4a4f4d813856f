import * as v from 'valibot'

/** What is wrong with a form: by field, and in all. */
export interface FormFault {
  /** Messages by field name. */
  fields: Record<string, string>
  /** What is wrong with the form as a whole, if it is no single field. */
  message?: string | undefined
  /** What was typed, so that nothing is lost; never a password. */
  values: Record<string, string>
}

const SECRET = /password|current|next/

/** The texts of a form without what must not be sent back. */
function textsOf(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string') texts[name] = value
  return texts
}

function kept(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => !SECRET.test(name)))
}

/** A form's values, or what is wrong with it. */
export type Parsed<T> = { output: T; fault?: never } | { output?: never; fault: FormFault }

/** Parses a form by a schema of its texts: the output, or what is wrong by field. */
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

/** What is wrong with a form in one sentence, where no field shows it. */
export function faultText({ message, fields }: FormFault): string {
  return message ?? Object.values(fields)[0] ?? 'This did not work. Try again.'
}

/** The fault of a form that is well formed but was refused. */
export function refusedForm(
  form: FormData,
  fault: Partial<Pick<FormFault, 'fields' | 'message'>>,
): FormFault {
  return { fields: {}, ...fault, values: kept(textsOf(form)) }
}
