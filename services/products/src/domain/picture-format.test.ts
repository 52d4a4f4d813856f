import { expect, test } from 'bun:test'
import { ShopError } from '@shop/shared/contracts'
import fc from 'fast-check'
import { checkPicture, formatOf, sizeOf } from './picture-format.ts'

const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex')

const PNG = '89504e470d0a1a0a 0000000d 49484452'
const HEADERS = {
  png: `${PNG} 00000280 000001e0 08 06 00 00 00`,
  'jpeg with other segments first':
    'ffd8 ffe0 0004 4a46 ffff db 0003 00 ff01 ffc2 0011 08 01e0 0280 03 000000',
  'lossy webp': '52494646 00000000 57454250 56503820 00000000 000000 9d012a 8042 e001',
  'lossless webp': '52494646 00000000 57454250 5650384c 00000000 2f 7fc2 7700 00',
  'extended webp': '52494646 00000000 57454250 56503858 0a000000 10 000000 7f0200 df0100 00',
}

test.each(Object.entries(HEADERS))('the header of a %s is read as 640 × 480', (name, hex) => {
  const format = formatOf(bytes(hex))
  expect(name).toContain(String(format))
  expect(format && sizeOf(format, bytes(hex))).toEqual({ width: 640, height: 480 })
})

test.each(Object.entries(HEADERS))('a truncated header of a %s is refused', (_, hex) => {
  const whole = bytes(hex)
  for (let length = 0; length < 21; length += 1)
    expect(() => checkPicture(whole.subarray(0, length))).toThrow(ShopError)
})

function codeOf(input: Uint8Array): string {
  try {
    checkPicture(input)
    return 'accepted'
  } catch (error) {
    return error instanceof ShopError ? error.code : String(error)
  }
}

function pngOf(width: number, height: number, depth = 8): Buffer {
  const header = bytes(HEADERS.png)
  header.writeUInt32BE(width, 16)
  header.writeUInt32BE(height, 20)
  header[24] = depth
  return header
}

test.each([
  [10_000, 2500, 'accepted'],
  [2500, 10_000, 'accepted'],
  [10_001, 10, 'payload-too-large'],
  [1, 10_001, 'payload-too-large'],
  [250_000, 100, 'payload-too-large'],
  [2_500_000, 10, 'payload-too-large'],
  [25_000_000, 1, 'payload-too-large'],
  [1, 25_000_000, 'payload-too-large'],
])('a picture of %d × %d is %s', (...shape) => {
  const [width, height, outcome] = shape
  expect(codeOf(pngOf(width, height))).toBe(outcome)
})

test('a picture with 16 bits per channel may have 6 megapixels', () => {
  expect(codeOf(pngOf(3000, 2000, 16))).toBe('accepted')
  expect(codeOf(pngOf(3000, 2001, 16))).toBe('payload-too-large')
})

test('25 megapixels are accepted, one row more is not', () => {
  expect(codeOf(pngOf(5000, 5000))).toBe('accepted')
  expect(codeOf(pngOf(5000, 5001))).toBe('payload-too-large')
  expect(codeOf(pngOf(30_000, 30_000))).toBe('payload-too-large')
  expect(codeOf(pngOf(0xffff_ffff, 0xffff_ffff))).toBe('payload-too-large')
  expect(codeOf(pngOf(0, 480))).toBe('validation')
})

test.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', '<!doctype html>', '', 'BM'])(
  '%p is not an accepted picture',
  (text) => expect(codeOf(Buffer.from(text))).toBe('unsupported-media-type'),
)

test('any bytes are either accepted or refused with a problem code', () => {
  const starts = Object.values(HEADERS).map((hex) => bytes(hex).subarray(0, 16))
  const start = fc.constantFrom(Buffer.alloc(0), ...starts)
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 200 }), (head, tail) => {
      const code = codeOf(Buffer.concat([head, tail]))
      expect(['accepted', 'validation', 'payload-too-large', 'unsupported-media-type']).toContain(
        code,
      )
    }),
    { numRuns: 2000 },
  )
})
