import { expect, test } from 'bun:test'
import { MAX_PICTURES, ShopError, pictureName } from '@shop/shared/contracts'
import fc from 'fast-check'
import { added, inOrder, checkPictureLimit, withFirst, without } from './pictures.ts'
import type { Picture } from './product.ts'

const pictureOf = (n: number): Picture => ({ key: `products/p/${n}-1200.webp`, alt: `view ${n}` })
const some = (max = MAX_PICTURES) =>
  fc.uniqueArray(fc.nat(30), { maxLength: max }).map((ns) => ns.map(pictureOf))
const keysOf = (images: Picture[]) => images.map(({ key }) => key)

function refusal(work: () => unknown) {
  try {
    work()
    return null
  } catch (error) {
    const { code, details } = error as ShopError
    return [code, details.errors?.[0]?.field]
  }
}

test('a picture has the same name by its key and by its URL', () => {
  const key = `products/64b7f0c2a1b2c3d4e5f60718/${'ab'.repeat(32)}-1200.webp`
  expect(pictureName(key)).toBe('ab'.repeat(32))
  expect(pictureName(`https://minio-api.local/product-images/${key}`)).toBe(pictureName(key))
})

test('a picture is added after the others, up to eight', () => {
  fc.assert(
    fc.property(some(), fc.integer({ min: 31, max: 60 }).map(pictureOf), (images, picture) => {
      if (images.length < MAX_PICTURES) {
        expect(added(images, picture)).toEqual([...images, picture])
        return
      }
      expect(refusal(() => added(images, picture))).toEqual(['validation', 'image'])
      expect(refusal(() => checkPictureLimit(images))).toEqual(['validation', 'image'])
    }),
  )
})

test('adding an existing picture only changes its alt text', () => {
  const full = Array.from({ length: MAX_PICTURES }, (_, n) => pictureOf(n))
  const again = added(full, { ...pictureOf(3), alt: 'other' })
  expect(keysOf(again)).toEqual(keysOf(full))
  expect(again.map(({ alt }) => alt)).toEqual(full.map(({ alt }, n) => (n === 3 ? 'other' : alt)))
})

test('a new first picture replaces the first one and its own duplicate', () => {
  fc.assert(
    fc.property(some(), fc.nat(40).map(pictureOf), (images, picture) => {
      const next = withFirst(images, picture)
      expect(next[0]).toEqual(picture)
      expect(new Set(keysOf(next)).size).toBe(next.length)
      expect(next.slice(1)).toEqual(images.slice(1).filter(({ key }) => key !== picture.key))
    }),
  )
})

test('a picture is removed by its name, an unknown name is not found', () => {
  const images = [1, 2, 3].map(pictureOf)
  expect(without(images, '2')).toEqual([pictureOf(1), pictureOf(3)])
  for (const name of ['4', '', 'products/p/2', '2-1200.webp'])
    expect(refusal(() => without(images, name))).toEqual(['not-found', undefined])
})

test('pictures can be put in any order of all their names', () => {
  const shuffled = some().chain((images) =>
    fc.tuple(fc.constant(images), fc.shuffledSubarray(images, { minLength: images.length })),
  )
  fc.assert(
    fc.property(shuffled, ([images, wanted]) => {
      const names = wanted.map(({ key }) => pictureName(key))
      expect(inOrder(images, names)).toEqual(wanted)
    }),
  )
})

test('an order that omits, repeats or invents a picture is refused', () => {
  const images = [1, 2].map(pictureOf)
  for (const order of [[], ['1'], ['1', '1'], ['1', '2', '2'], ['1', '3'], ['1', '2', '3']])
    expect(refusal(() => inOrder(images, order))).toEqual(['validation', 'order'])
})
