/** A longer address would not fit into the header that leads there. */
const MAX_LENGTH = 1000

const ANYWHERE = 'http://shop.invalid'

/** A path of this shop to go to, from what an address said; anything else leads to the fallback. */
export function safePath(wanted: string | null, fallback: string): string {
  if (wanted === null || wanted.length > MAX_LENGTH) return fallback
  if (!wanted.startsWith('/') || !URL.canParse(wanted, ANYWHERE)) return fallback
  const { origin, pathname, search, hash } = new URL(wanted, ANYWHERE)
  // Two slashes at the beginning of what is left, as of /.//evil, would be another host again.
  return origin === ANYWHERE && !pathname.startsWith('//') ? pathname + search + hash : fallback
}
