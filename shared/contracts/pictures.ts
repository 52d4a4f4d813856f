/** What is stored of a picture: the path below the media host, which may change its name. */
export function picturePath(url: string | null): string | null {
  return url === null ? null : new URL(url).pathname
}

/** The address of a stored picture below the present media host. */
export function pictureUrl(mediaUrl: string, path: string | null): string | null {
  return path === null ? null : mediaUrl + path
}
