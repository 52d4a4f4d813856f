/** The hosts of one or more URLs, separated by commas. */
export const hostsOf = (urls: string): string[] => urls.split(',').map((url) => new URL(url).host)

/** The user and password of the first URL; the servers of a cluster have the same users. */
export function authOf(urls: string): { user: string; pass: string } | Record<string, never> {
  const { username, password } = new URL(urls.split(',')[0] ?? '')
  if (username === '') return {}
  return { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
}
