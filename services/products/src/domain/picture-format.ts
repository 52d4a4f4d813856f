import { MAX_PICTURE_PIXELS, MAX_PICTURE_SIDE, ShopError, invalid } from '@shop/shared/contracts'

type Format = 'png' | 'jpeg' | 'webp'

interface Size {
  width: number
  height: number
}

const MAX_DEEP_PIXELS = 6_000_000

/** Refuses what is not a JPEG, PNG, or WebP by its first bytes, or is too large to decode by its header. */
export function checkPicture(bytes: Uint8Array): void {
  const format = formatOf(bytes)
  if (format === null)
    throw new ShopError('unsupported-media-type', 'The picture must be a JPEG, PNG, or WebP')
  const size = sizeOf(format, bytes)
  if (size === null || size.width === 0 || size.height === 0)
    throw invalid('The picture is damaged', 'image')
  if (size.width * size.height > MAX_PICTURE_PIXELS)
    throw pictureTooLarge('The picture must have at most 25 megapixels')
  // Eight bytes per pixel, decoded all at once if it is interlaced.
  if (isDeep(format, bytes) && size.width * size.height > MAX_DEEP_PIXELS)
    throw pictureTooLarge('A picture with 16 bits per channel must have at most 6 megapixels')
  if (Math.max(size.width, size.height) > MAX_PICTURE_SIDE)
    throw pictureTooLarge('The picture must have at most 10,000 pixels per side')
}

export function pictureTooLarge(message: string): ShopError {
  return new ShopError('payload-too-large', message, { errors: [{ message, field: 'image' }] })
}

/** The format by the first bytes, whatever the file is called. */
export function formatOf(bytes: Uint8Array): Format | null {
  if (startsWith(bytes, 0, '\x89PNG\r\n\x1A\n')) return 'png'
  if (startsWith(bytes, 0, '\xFF\xD8\xFF')) return 'jpeg'
  return startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP') ? 'webp' : null
}

/** Width and height by the header; null when the header is truncated or invalid. */
export function sizeOf(format: Format, bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (format === 'png') return pngSize(bytes, view)
    return format === 'jpeg' ? jpegSize(view) : webpSize(bytes, view)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return Buffer.from(text, 'latin1').equals(bytes.subarray(at, at + text.length))
}

function pngSize(bytes: Uint8Array, view: DataView): Size | null {
  if (!startsWith(bytes, 12, 'IHDR')) return null
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

const isDeep = (format: Format, bytes: Uint8Array) => format === 'png' && bytes[24] === 16

const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9

/** Walks the segments to the frame header. */
function jpegSize(view: DataView): Size | null {
  let at = 2
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null
    while (view.getUint8(at) === 0xff) at += 1
    const marker = view.getUint8(at)
    if (marker === START_OF_SCAN || marker === END_OF_IMAGE) return null
    if (isFrameHeader(marker))
      return { height: view.getUint16(at + 4), width: view.getUint16(at + 6) }
    at += 1 + (hasNoLength(marker) ? 0 : view.getUint16(at + 1))
  }
}

const isFrameHeader = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

const hasNoLength = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

const uint24 = (view: DataView, at: number) =>
  view.getUint16(at, true) + view.getUint8(at + 2) * 65_536

function webpSize(bytes: Uint8Array, view: DataView): Size | null {
  if (startsWith(bytes, 12, 'VP8X'))
    return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }
  if (startsWith(bytes, 12, 'VP8L') && view.getUint8(20) === 0x2f) {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  if (startsWith(bytes, 12, 'VP8 ') && startsWith(bytes, 23, '\x9D\x01\x2A'))
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  return null
}
