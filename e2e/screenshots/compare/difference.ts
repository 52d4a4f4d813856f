/** A decoded picture with four bytes per pixel. */
export interface Pixels {
  width: number
  height: number
  data: Buffer
}

/** How far equal pixels are faded, so that the different ones stand out. */
const FADED = 0.8
const MARK = [255, 0, 96, 255] as const

/** Counts the pixels that differ, and draws them onto the faded second picture; what only one of both covers differs. */
export function differenceOf(before: Pixels, after: Pixels): { count: number; drawn: Pixels } {
  const width = Math.max(before.width, after.width)
  const height = Math.max(before.height, after.height)
  const data = Buffer.alloc(width * height * 4)
  let count = 0
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const pixel = pixelOf(after, x, y)
      const isSame = pixel !== undefined && pixel === pixelOf(before, x, y)
      if (!isSame) count += 1
      data.set(isSame ? faded(pixel) : MARK, (y * width + x) * 4)
    }
  return { count, drawn: { width, height, data } }
}

/** The four bytes of a pixel as a number; undefined outside of the picture. */
function pixelOf({ width, height, data }: Pixels, x: number, y: number): number | undefined {
  return x < width && y < height ? data.readUInt32BE((y * width + x) * 4) : undefined
}

function faded(pixel: number): number[] {
  return [24, 16, 8].map((shift) => mixed((pixel >>> shift) & 0xff)).concat(255)
}

const mixed = (value: number) => Math.round(value + (255 - value) * FADED)
