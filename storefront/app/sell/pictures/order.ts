import { pictureName } from '@shop/shared/contracts'

/** What the pictures of a product are called in addresses. */
export function namesOf(images: { url: string }[]): string[] {
  return images.map(({ url }) => pictureName(url))
}

/** The names with one of them moved; one that is not there or at its end stays. */
export function moved(names: string[], name: string, by: 1 | -1): string[] {
  const from = names.indexOf(name)
  const to = from + by
  if (from === -1 || to < 0 || to >= names.length) return names
  return names.with(from, names[to] ?? name).with(to, name)
}
