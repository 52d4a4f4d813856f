import { PICTURE_WIDTHS } from './limits.ts'

const [LARGEST] = PICTURE_WIDTHS
const ENDING = `-${LARGEST}.webp`

/** The stored part of a picture's URL: its path, because the media host can change. */
export function picturePath(url: string | null): string | null {
  return url === null ? null : new URL(url).pathname
}

/** The URL of a stored picture on the current media host. */
export function pictureUrl(mediaUrl: string, path: string | null): string | null {
  return path === null ? null : mediaUrl + path
}

/** A picture's name: the last part of its `url` or key, without the width. */
export function pictureName(address: string): string {
  const file = address.slice(address.lastIndexOf('/') + 1)
  return file.endsWith(ENDING) ? file.slice(0, -ENDING.length) : file
}
