import { MAX_PICTURE_PIXELS, PICTURE_WIDTHS, invalid } from '@shop/shared/contracts'
import { checkPicture, pictureTooLarge } from '../domain/picture-format.ts'

type Width = (typeof PICTURE_WIDTHS)[number]

export type Encoded = Record<Width, Buffer>

const MAX_WEBP_HEIGHT = 16_383
const QUALITY = 80
const LONGEST_DECODE_S = 5

/** Encodes a picture as WebP in each width, upright and without its metadata. */
export async function encodePicture(bytes: Uint8Array): Promise<Encoded> {
  checkPicture(bytes)
  const sharp = await loadSharp()
  const { data, info } = await decode(sharp, bytes)
  const { width, height, channels } = info
  const webp = (max: Width) =>
    sharp(data, { raw: { width, height, channels } })
      .resize(within(max))
      .webp({ quality: QUALITY })
      .toBuffer()
  return { 1200: await webp(1200), 640: await webp(640), 320: await webp(320) }
}

/** Loaded by the first upload: it takes 20 MB and a third of the start time. */
async function loadSharp() {
  const { default: sharp } = await import('sharp')
  // Decoded pictures are large: with a cache and threads, a few of them fill the pod's memory.
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

/** The picture's pixels in the largest width. Only a failure in here is the picture's fault. */
async function decode(sharp: Awaited<ReturnType<typeof loadSharp>>, bytes: Uint8Array) {
  try {
    return await sharp(bytes, { limitInputPixels: MAX_PICTURE_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize(within(PICTURE_WIDTHS[0]))
      .raw()
      .timeout({ seconds: LONGEST_DECODE_S })
      .toBuffer({ resolveWithObject: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    if (message.includes('exceeds pixel limit'))
      throw pictureTooLarge('The picture must have at most 25 megapixels')
    const isSlow = message.startsWith('timeout')
    throw invalid(isSlow ? 'The picture is too complex' : 'The picture is damaged', 'image')
  }
}

const within = (width: Width) =>
  ({ width, height: MAX_WEBP_HEIGHT, fit: 'inside', withoutEnlargement: true }) as const
