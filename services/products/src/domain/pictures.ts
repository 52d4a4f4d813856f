import { MAX_PICTURES, invalid, notFound, pictureName } from '@shop/shared/contracts'
import type { Picture } from './product.ts'

/** The pictures with one more behind them; one that is there already gets the new words. */
export function added(images: Picture[], picture: Picture): Picture[] {
  if (images.some(({ key }) => key === picture.key))
    return images.map((image) => (image.key === picture.key ? picture : image))
  checkPictureLimit(images)
  return [...images, picture]
}

/** Refuses one more picture where there are as many as can be. */
export function checkPictureLimit(images: Picture[]): void {
  if (images.length >= MAX_PICTURES)
    throw invalid(`A product has at most ${MAX_PICTURES} pictures: remove one first`, 'image')
}

/** The pictures with another first one; none is shown twice. */
export function withFirst(images: Picture[], picture: Picture): Picture[] {
  return [picture, ...images.slice(1).filter(({ key }) => key !== picture.key)]
}

/** The picture of a name. */
export function named(images: Picture[], name: string): Picture {
  const picture = images.find(({ key }) => pictureName(key) === name)
  if (picture === undefined) throw notFound('Picture')
  return picture
}

/** The pictures without the one of a name. */
export function without(images: Picture[], name: string): Picture[] {
  const removed = named(images, name)
  return images.filter((image) => image !== removed)
}

/** The pictures in the order of their names, each of which must be there once. */
export function inOrder(images: Picture[], order: string[]): Picture[] {
  const byName = new Map(images.map((image) => [pictureName(image.key), image]))
  const ordered = order.flatMap((name) => byName.get(name) ?? [])
  if (order.length !== images.length || new Set(ordered).size !== images.length)
    throw invalid('Must be the names of all pictures of the product, each once', 'order')
  return ordered
}
