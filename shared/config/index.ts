import * as v from 'valibot'

/** Reads the environment once by the schema; prints every fault and ends the process if there is one. */
export function loadConfig<E extends v.ObjectEntries>(
  entries: E,
): v.InferOutput<v.ObjectSchema<E, undefined>> {
  const result = v.safeParse(v.object(entries), process.env)
  if (result.success) return result.output
  for (const issue of result.issues)
    console.error(`configuration: ${v.getDotPath(issue) ?? '?'}: ${issue.message}`)
  return process.exit(1)
}

/** A text that must be given and not be empty. */
export const required = v.pipe(v.string('Must be set'), v.minLength(1, 'Must not be empty'))

/** A whole number from 0 on, as text in the environment; the default applies when it is not set. */
export function wholeNumber(fallback: number) {
  return v.optional(
    v.pipe(v.string(), v.regex(/^\d+$/, 'Must be a whole number'), v.transform(Number)),
    String(fallback),
  )
}

/** A comma-separated list without empty entries. */
export const list = v.pipe(
  required,
  v.transform((text) =>
    text
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  ),
)

/** A key to sign with: at least 32 bytes, or the process does not start. */
export const signingKey = v.pipe(
  required,
  v.check((key) => Buffer.byteLength(key) >= 32, 'Must have at least 32 bytes'),
)
