import { MAX_PICTURE_BYTES, MAX_PICTURE_PIXELS, MAX_PICTURE_SIDE } from '@shop/shared/contracts'

export interface Size {
  width: number
  height: number
}

/** Far more than pages show, and small enough to be sent soon. */
const ENOUGH_PIXELS = 6_000_000

/** Whether a file of this size can be sent as it is. */
export function isFitting(file: Pick<File, 'size' | 'type'>, { width, height }: Size): boolean {
  // A PNG may have 16 bits a channel, of which the service takes no more pixels.
  const maxPixels = file.type === 'image/png' ? ENOUGH_PIXELS : MAX_PICTURE_PIXELS
  const isSmall = width * height <= maxPixels && Math.max(width, height) <= MAX_PICTURE_SIDE
  return isSmall && file.size <= MAX_PICTURE_BYTES
}

/** A size of the same shape that is enough for pages; `share` makes its sides smaller still. */
export function smallerSize({ width, height }: Size, share = 1): Size {
  const enough = Math.sqrt(ENOUGH_PIXELS / (width * height))
  const scale = share * Math.min(1, enough, MAX_PICTURE_SIDE / Math.max(width, height))
  const side = (length: number) => Math.max(1, Math.round(length * scale))
  return { width: side(width), height: side(height) }
}
