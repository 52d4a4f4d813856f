import { MAX_PICTURE_BYTES, MAX_PICTURE_PIXELS, MAX_PICTURE_SIDE } from '@shop/shared/contracts'

export interface Size {
  width: number
  height: number
}

/** More than any page shows, and quick to upload. */
const ENOUGH_PIXELS = 6_000_000

export function isFitting(file: Pick<File, 'size' | 'type'>, { width, height }: Size): boolean {
  // The service accepts fewer pixels of PNGs, which may have 16 bits per channel.
  const maxPixels = file.type === 'image/png' ? ENOUGH_PIXELS : MAX_PICTURE_PIXELS
  const isSmall = width * height <= maxPixels && Math.max(width, height) <= MAX_PICTURE_SIDE
  return isSmall && file.size <= MAX_PICTURE_BYTES
}

/** The size to scale down to; `share` shrinks its sides further. */
export function smallerSize({ width, height }: Size, share = 1): Size {
  const enough = Math.sqrt(ENOUGH_PIXELS / (width * height))
  const scale = share * Math.min(1, enough, MAX_PICTURE_SIDE / Math.max(width, height))
  const side = (length: number) => Math.max(1, Math.round(length * scale))
  return { width: side(width), height: side(height) }
}
