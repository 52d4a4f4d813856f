/** A path of this shop to go to, from what an address said; anything else leads to the fallback. */
export function safePath(wanted: string | null, fallback: string): string {
  if (wanted === null || !/^\/(?![/\\])/.test(wanted)) return fallback
  const { origin, pathname, search, hash } = new URL(wanted, 'http://shop.invalid')
  return origin === 'http://shop.invalid' ? pathname + search + hash : fallback
}
