const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A new id in Stripe's format: a prefix for the kind, then random letters and digits. */
export function newId(prefix: string, length = 24): string {
  const letters = Array.from(
    crypto.getRandomValues(new Uint8Array(length)),
    (byte) => ALPHABET[byte % ALPHABET.length],
  )
  return `${prefix}_${letters.join('')}`
}

/** The current time in whole seconds, as Stripe uses. */
export function nowInSeconds(): number {
  return Math.floor(Date.now() / 1000)
}
