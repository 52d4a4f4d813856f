import { expect, test } from 'bun:test'
import { MAX_BYTES, isFitting, smallerSize } from './picture-size.ts'

const size = (width: number, height: number) => ({ width, height })

test.each([
  [MAX_BYTES, size(5000, 5000), true],
  [MAX_BYTES + 1, size(10, 10), false],
  [1, size(5001, 5000), false],
  [1, size(10_000, 1), true],
  [1, size(1, 10_001), false],
])('whether %p bytes of %o can be sent: %p', (bytes, picture, expected) =>
  expect(isFitting(bytes, picture)).toBe(expected),
)

test.each([
  [size(8000, 6000), size(3266, 2449)],
  [size(6000, 8000), size(2449, 3266)],
  [size(40_000, 1000), size(10_000, 250)],
  [size(1000, 800), size(1000, 800)],
  [size(1, 30_000), size(1, 10_000)],
])('%o becomes %o', (picture, smaller) => {
  expect(smallerSize(picture)).toEqual(smaller)
  expect(isFitting(1, smaller)).toBe(true)
})

test('where that is still too much, the sides become smaller', () => {
  expect(smallerSize(size(1000, 800), 0.5)).toEqual(size(500, 400))
})
