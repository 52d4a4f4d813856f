/** A longer URL may not fit into a Location header. */
const MAX_LENGTH = 1000

const ANYWHERE = 'http://shop.invalid'

/** A same-origin path to redirect to; anything else becomes the fallback. */
export function safePath(path: string | null, fallback: string): string {
  if (path === null || path.length > MAX_LENGTH) return fallback
  if (!path.startsWith('/') || !URL.canParse(path, ANYWHERE)) return fallback
  const { origin, pathname, search, hash } = new URL(path, ANYWHERE)
  // A normalized path that starts with two slashes, as /.//evil does, is another host.
  return origin === ANYWHERE && !pathname.startsWith('//') ? pathname + search + hash : fallback
}
