import * as v from 'valibot'

const WORDS = /^[\p{L}\p{M}\p{N}.\u3002-]+$/u

/**
 * An email address as it is stored: what `<input type=email>` accepts (the HTML standard's pattern), an
 * international domain in its ASCII form as browsers send it, in lower case, at most 254 characters.
 */
export const Email = v.pipe(
  v.string(),
  v.trim(),
  v.transform(withAsciiDomain),
  v.maxLength(254, 'Must have at most 254 characters'),
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
