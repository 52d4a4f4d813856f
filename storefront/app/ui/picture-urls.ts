const LARGEST = /-1200\.webp$/
const WIDTHS = [320, 640, 1200] as const

/** The same picture in another width, all of which are stored beside each other. */
export function pictureIn(url: string, width: (typeof WIDTHS)[number]): string {
  return url.replace(LARGEST, `-${width}.webp`)
}

/** What a browser chooses from. */
export function srcSet(url: string): string {
  return WIDTHS.map((width) => `${pictureIn(url, width)} ${width}w`).join(', ')
}
