const LARGEST = /-1200\.webp$/
const WIDTHS = [320, 640, 1200] as const

/** The same picture in another width; all widths are stored side by side. */
export function pictureIn(url: string, width: (typeof WIDTHS)[number]): string {
  return url.replace(LARGEST, `-${width}.webp`)
}

export function srcSet(url: string): string {
  return WIDTHS.map((width) => `${pictureIn(url, width)} ${width}w`).join(', ')
}
