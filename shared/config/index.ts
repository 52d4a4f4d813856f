import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import * as v from 'valibot'

/** Parses the environment; prints every error and exits if there is one. */
export function loadConfig<E extends v.ObjectEntries>(
  entries: E,
): v.InferOutput<v.ObjectSchema<E, undefined>> {
  const result = v.safeParse(v.object(entries), process.env)
  if (result.success) return result.output
  for (const issue of result.issues)
    console.error(`configuration: ${v.getDotPath(issue) ?? '?'}: ${issue.message}`)
  return process.exit(1)
}

/** A required, non-empty string. */
export const required = v.pipe(v.string('Must be set'), v.minLength(1, 'Must not be empty'))

/** A whole number of at least 0, with a default. */
export function wholeNumber(fallback: number) {
  return v.optional(
    v.pipe(v.string(), v.regex(/^\d+$/, 'Must be a whole number'), v.transform(Number)),
    String(fallback),
  )
}

/** A key from which the secrets of mailed links are computed. */
export const linkKey = v.pipe(required, v.minLength(32, 'Must have at least 32 characters'))

/** A comma-separated list; empty entries are dropped. */
export const list = v.pipe(
  required,
  v.transform((text) =>
    text
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  ),
)

/** The Ed25519 key that signs tokens: PKCS #8 DER in base64. */
export const privateKey = v.pipe(
  required,
  v.check(
    (text) => isEd25519(() => createPrivateKey({ ...der(text), type: 'pkcs8' })),
    'Must be an Ed25519 private key: PKCS #8 in base64',
  ),
)

/** The Ed25519 key that verifies tokens: SPKI DER in base64. */
export const publicKey = v.pipe(
  required,
  v.check(
    (text) => isEd25519(() => createPublicKey({ ...der(text), type: 'spki' })),
    'Must be an Ed25519 public key: SPKI in base64',
  ),
)

const der = (text: string) => ({ key: Buffer.from(text, 'base64'), format: 'der' }) as const

function isEd25519(read: () => KeyObject): boolean {
  try {
    return read().asymmetricKeyType === 'ed25519'
  } catch {
    return false
  }
}
