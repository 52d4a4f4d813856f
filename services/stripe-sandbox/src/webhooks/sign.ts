/** The `Stripe-Signature` header of a body: when it was signed and its HMAC under the secret. */
export function signatureOf(body: string, secret: string, seconds: number): string {
  const hmac = new Bun.CryptoHasher('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return `t=${seconds},v1=${hmac}`
}
