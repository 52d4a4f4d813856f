import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'

const ALGORITHM = 'Ed25519'
const imported = new Map<string, Promise<CryptoKey>>()

/** The key that signs tokens, from its PKCS #8 form in base64. */
export function privateKeyOf(text: string): Promise<CryptoKey> {
  return once(text, () => crypto.subtle.importKey('pkcs8', bytes(text), ALGORITHM, false, ['sign']))
}

/** The key that verifies tokens, from its SPKI form in base64. */
export function publicKeyOf(text: string): Promise<CryptoKey> {
  return once(text, () =>
    crypto.subtle.importKey('spki', bytes(text), ALGORITHM, false, ['verify']),
  )
}

function once(text: string, importKey: () => Promise<CryptoKey>): Promise<CryptoKey> {
  const known = imported.get(text) ?? importKey()
  imported.set(text, known)
  return known
}

const bytes = (text: string) => Buffer.from(text, 'base64')

/** A new private key, in its PKCS #8 form in base64. */
export function newPrivateKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
}

/** The public key of a private one, in its SPKI form in base64. */
export function publicKeyFor(privateKey: string): string {
  const key = createPrivateKey({ key: bytes(privateKey), format: 'der', type: 'pkcs8' })
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')
}
