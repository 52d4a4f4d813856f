import * as v from 'valibot'

/** Characters of an email address. */
export const MAX_EMAIL = 254

const WORDS = /^[\p{L}\p{M}\p{N}.\u3002-]+$/u

/**
 * An email address: what `<input type=email>` accepts, in lower case, with an international domain in ASCII as
 * browsers send it.
 */
export const Email = v.pipe(
  v.string(),
  v.trim(),
  v.transform(withAsciiDomain),
  v.maxLength(MAX_EMAIL, `Must have at most ${MAX_EMAIL} characters`),
  v.rfcEmail('Enter an email address like name@example.com'),
  v.toLowerCase(),
)

function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  if (at < 1 || !WORDS.test(domain)) return address
  try {
    return `${address.slice(0, at)}@${new URL(`http://${domain}`).hostname}`
  } catch {
    return address
  }
}
