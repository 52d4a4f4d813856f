import { pictureName } from '@shop/shared/contracts'

export function namesOf(images: { url: string }[]): string[] {
  return images.map(({ url }) => pictureName(url))
}

/** Swaps a name with its neighbor; returns the same array if it can't move. */
export function moved(names: string[], name: string, by: 1 | -1): string[] {
  const from = names.indexOf(name)
  const to = from + by
  if (from === -1 || to < 0 || to >= names.length) return names
  return names.with(from, names[to] ?? name).with(to, name)
}
