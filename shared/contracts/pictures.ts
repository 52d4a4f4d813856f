import { PICTURE_WIDTHS } from './limits.ts'

const [LARGEST] = PICTURE_WIDTHS
const ENDING = `-${LARGEST}.webp`

/** What is stored of a picture: the path below the media host, which may change its name. */
export function picturePath(url: string | null): string | null {
  return url === null ? null : new URL(url).pathname
}

/** The address of a stored picture below the present media host. */
export function pictureUrl(mediaUrl: string, path: string | null): string | null {
  return path === null ? null : mediaUrl + path
}

/** What a picture is called in addresses: the last part of its `url`, or of its key, without the width. */
export function pictureName(address: string): string {
  const file = address.slice(address.lastIndexOf('/') + 1)
  return file.endsWith(ENDING) ? file.slice(0, -ENDING.length) : file
}
