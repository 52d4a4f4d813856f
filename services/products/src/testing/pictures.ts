import { pictureName } from '@shop/shared/contracts'
import sharp from 'sharp'

/** A picture of one color, to be encoded. */
export function picture(width: number, height: number, background = '#c0392b') {
  return sharp({ create: { width, height, channels: 3, background } })
}

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

export function pngHeader(width: number, height: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(64)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  bytes.set([8, 6, 0, 0, 0], 24)
  return bytes
}

export function widthsOf(url: string): string[] {
  return [1200, 640, 320].map((width) => url.replace('-1200.webp', `-${width}.webp`))
}

/** The status of a request for each width of a picture. */
export function statusesOf(url: string): Promise<number[]> {
  return Promise.all(widthsOf(url).map(async (width) => (await fetch(width)).status))
}

export function png(background: string, width = 60, height = 40) {
  return picture(width, height, background).png().toBuffer()
}

/** The alt texts of a product's pictures, in order. */
export const altsOf = ({ images }: { images: { alt: string }[] }) => images.map(({ alt }) => alt)

export const namesOf = ({ images }: { images: { url: string }[] }) =>
  images.map(({ url }) => pictureName(url))
