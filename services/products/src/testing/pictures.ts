import { pictureName } from '@shop/shared/contracts'
import sharp from 'sharp'

/** A picture of one colour, to be encoded. */
export function picture(width: number, height: number, background = '#c0392b') {
  return sharp({ create: { width, height, channels: 3, background } })
}

/** A product's multipart form. */
export function form(
  fields: Record<string, string>,
  file?: Uint8Array<ArrayBuffer>,
  name = 'picture.png',
) {
  const data = new FormData()
  for (const [key, value] of Object.entries(fields)) data.append(key, value)
  if (file !== undefined) data.append('image', new File([file], name, { type: 'image/png' }))
  return data
}

/** The beginning of a PNG that says it has this size. */
export function pngHeader(width: number, height: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(64)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  bytes.set([8, 6, 0, 0, 0], 24)
  return bytes
}

/** The three widths of a picture, by the address of the largest. */
export function widthsOf(url: string): string[] {
  return [1200, 640, 320].map((width) => url.replace('-1200.webp', `-${width}.webp`))
}

/** A PNG of one colour. */
export function png(background: string, width = 60, height = 40) {
  return picture(width, height, background).png().toBuffer()
}

/** What a service shows of a product's pictures: their words in their order. */
export const altsOf = ({ images }: { images: { alt: string }[] }) => images.map(({ alt }) => alt)

/** The names of a product's pictures in their order. */
export const namesOf = ({ images }: { images: { url: string }[] }) =>
  images.map(({ url }) => pictureName(url))
