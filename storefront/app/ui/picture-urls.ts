import { PICTURE_WIDTHS } from '@shop/shared/contracts'

const ENDING = new RegExp(`-${PICTURE_WIDTHS[0]}\\.webp$`)

/** The same picture in another width; all widths are stored side by side. */
export function pictureIn(url: string, width: (typeof PICTURE_WIDTHS)[number]): string {
  return url.replace(ENDING, `-${width}.webp`)
}

export function srcSet(url: string): string {
  return PICTURE_WIDTHS.toReversed()
    .map((width) => `${pictureIn(url, width)} ${width}w`)
    .join(', ')
}
