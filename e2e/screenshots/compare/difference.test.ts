import { expect, test } from 'bun:test'
import { differenceOf, type Pixels } from './difference.ts'

const BLACK = [0, 0, 0, 255]
const GRAY = [1, 0, 0, 255]
const FADED = [204, 204, 204, 255]
const MARK = [255, 0, 96, 255]

const picture = (width: number, ...pixels: number[][]): Pixels => ({
  width,
  height: pixels.length / width,
  data: Buffer.from(pixels.flat()),
})

test('equal pictures do not differ', () => {
  const one = picture(2, BLACK, GRAY)
  expect(differenceOf(one, picture(2, BLACK, GRAY)).count).toBe(0)
})

test('a pixel that differs by the least is counted and marked', () => {
  const { count, drawn } = differenceOf(picture(2, BLACK, BLACK), picture(2, BLACK, GRAY))
  expect(count).toBe(1)
  expect([...drawn.data]).toEqual([...FADED, ...MARK])
})

test('what only one of two pictures covers differs', () => {
  const { count, drawn } = differenceOf(picture(1, BLACK), picture(1, BLACK, BLACK, BLACK))
  expect(count).toBe(2)
  expect([drawn.width, drawn.height]).toEqual([1, 3])
  expect(differenceOf(picture(1, BLACK, BLACK), picture(1, BLACK)).count).toBe(1)
})
