import * as v from 'valibot'

const MOST = 100

/** Parses a response, leaving out fields that the schema does not know: during an update, a newer service may send more. Throws for anything else that does not match. */
export function parseKnownFields<S extends v.GenericSchema>(
  schema: S,
  response: unknown,
): v.InferOutput<S> {
  let known = response
  for (let n = 0; n < MOST; n += 1) {
    const result = v.safeParse(schema, known)
    if (result.success) return result.output
    // A strict object names one unknown field at a time.
    const unknown = result.issues.filter(isUnknownField)
    if (unknown.length < result.issues.length) break
    known = structuredClone(known)
    for (const { path } of unknown) remove(known, path?.map(({ key }) => String(key)) ?? [])
  }
  return v.parse(schema, known)
}

function isUnknownField({ type, expected }: v.BaseIssue<unknown>): boolean {
  return type === 'strict_object' && expected === 'never'
}

function remove(value: unknown, path: string[]): void {
  const [key = '', ...rest] = path
  if (typeof value !== 'object' || value === null) return
  if (rest.length === 0) Reflect.deleteProperty(value, key)
  else remove(Reflect.get(value, key), rest)
}
