const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A new id in Stripe's form: a prefix that tells the kind, then random letters and digits. */
export function newId(prefix: string, length = 24): string {
  const letters = Array.from(
    crypto.getRandomValues(new Uint8Array(length)),
    (byte) => ALPHABET[byte % ALPHABET.length],
  )
  return `${prefix}_${letters.join('')}`
}

/** Now in Stripe's unit, whole seconds. */
export function nowInSeconds(): number {
  return Math.floor(Date.now() / 1000)
}
