import { createHmac, timingSafeEqual } from 'node:crypto'

const BYTES = 16

/** What a link in a mail allows. */
export type LinkPurpose = 'order' | 'reset' | 'verify'

/** The document that a link is about, and the address that it was sent to. */
export interface LinkTarget {
  id: string
  address: string
}

/** The secret of a link: 128 bits, base64url. It is computed, so no event, log or database holds it. */
export function linkSecret(key: string, purpose: LinkPurpose, { id, address }: LinkTarget): string {
  const mac = createHmac('sha256', key).update(`${purpose}:${id}:${address.toLowerCase()}`)
  return mac.digest().subarray(0, BYTES).toString('base64url')
}

/** Whether one of the keys made the secret; takes the same time for every secret of the right length. */
export function isLinkSecret(
  secret: string,
  keys: readonly (string | undefined)[],
  purpose: LinkPurpose,
  target: LinkTarget,
): boolean {
  const given = Buffer.from(secret)
  return keys.some((key) => {
    if (key === undefined) return false
    const right = Buffer.from(linkSecret(key, purpose, target))
    return given.length === right.length && timingSafeEqual(given, right)
  })
}
