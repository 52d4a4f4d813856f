import { expect, test } from 'bun:test'
import { MAX_PICTURE_BYTES } from '@shop/shared/contracts'
import { isFitting, smallerSize } from './size.ts'

const size = (width: number, height: number) => ({ width, height })

test.each([
  ['image/jpeg', MAX_PICTURE_BYTES, size(5000, 5000), true],
  ['image/jpeg', MAX_PICTURE_BYTES + 1, size(10, 10), false],
  ['image/webp', 1, size(5001, 5000), false],
  ['image/webp', 1, size(10_000, 1), true],
  ['image/webp', 1, size(1, 10_001), false],
  ['image/png', 1, size(3000, 2000), true],
  ['image/png', 1, size(3000, 2001), false],
])('a %s file of %p bytes and %o can be sent as it is: %p', (type, bytes, picture, expected) =>
  expect(isFitting({ type, size: bytes }, picture)).toBe(expected),
)

test.each([
  [size(8000, 6000), size(2828, 2121)],
  [size(6000, 8000), size(2121, 2828)],
  [size(40_000, 1000), size(10_000, 250)],
  [size(1000, 800), size(1000, 800)],
  [size(1, 30_000), size(1, 10_000)],
])('%o is scaled to %o', (picture, smaller) => {
  expect(smallerSize(picture)).toEqual(smaller)
  expect(isFitting({ type: 'image/webp', size: 1 }, smaller)).toBe(true)
})

test('a share scales the sides further', () => {
  expect(smallerSize(size(1000, 800), 0.5)).toEqual(size(500, 400))
})
