/** The most bytes that a picture may have. */
export const MAX_PICTURE_BYTES = 5 * 1024 * 1024

/** The most pixels that are decoded: a small file may say that it holds far more. */
export const MAX_PICTURE_PIXELS = 25_000_000

/** The longest side of a picture: a decoder keeps whole rows, and a tall one takes it very long. */
export const MAX_PICTURE_SIDE = 10_000

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
  return address.slice(address.lastIndexOf('/') + 1).replace(/-1200\.webp$/, '')
}
