export interface Size {
  width: number
  height: number
}

/** The most that the products service takes of one picture. */
export const MAX_BYTES = 5 * 1024 * 1024
const MAX_PIXELS = 25_000_000
const MAX_SIDE = 10_000

/** Far more than pages show, and small enough to be sent soon. */
const ENOUGH_PIXELS = 8_000_000

/** Whether a picture can be sent as it is. */
export function isFitting(bytes: number, { width, height }: Size): boolean {
  return bytes <= MAX_BYTES && width * height <= MAX_PIXELS && Math.max(width, height) <= MAX_SIDE
}

/** A size of the same shape that is enough for pages; `share` makes its sides smaller still. */
export function smallerSize({ width, height }: Size, share = 1): Size {
  const scale =
    share *
    Math.min(1, Math.sqrt(ENOUGH_PIXELS / (width * height)), MAX_SIDE / Math.max(width, height))
  const side = (length: number) => Math.max(1, Math.round(length * scale))
  return { width: side(width), height: side(height) }
}
