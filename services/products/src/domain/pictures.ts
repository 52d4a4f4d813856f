import { MAX_PICTURES, invalid, notFound, pictureName } from '@shop/shared/contracts'
import type { Picture } from './product.ts'

/** The pictures with another one at the end; an existing one gets the new alt text. */
export function added(images: Picture[], picture: Picture): Picture[] {
  if (images.some(({ key }) => key === picture.key))
    return images.map((image) => (image.key === picture.key ? picture : image))
  checkPictureLimit(images)
  return [...images, picture]
}

/** Throws `validation` when the product has the maximum number of pictures. */
export function checkPictureLimit(images: Picture[]): void {
  if (images.length >= MAX_PICTURES)
    throw invalid(`A product has at most ${MAX_PICTURES} pictures: remove one first`, 'image')
}

/** The pictures with a new first one, without duplicates. */
export function withFirst(images: Picture[], picture: Picture): Picture[] {
  return [picture, ...images.slice(1).filter(({ key }) => key !== picture.key)]
}

export function named(images: Picture[], name: string): Picture {
  const picture = images.find(({ key }) => pictureName(key) === name)
  if (picture === undefined) throw notFound('Picture')
  return picture
}

export function without(images: Picture[], name: string): Picture[] {
  const removed = named(images, name)
  return images.filter((image) => image !== removed)
}

/** The pictures in the given order, which must list each exactly once. */
export function inOrder(images: Picture[], order: string[]): Picture[] {
  const byName = new Map(images.map((image) => [pictureName(image.key), image]))
  const ordered = order.flatMap((name) => byName.get(name) ?? [])
  if (order.length !== images.length || new Set(ordered).size !== images.length)
    throw invalid('Must list every picture exactly once', 'order')
  return ordered
}
