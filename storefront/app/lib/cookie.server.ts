import { parse } from 'hono/utils/cookie'

/** The value of a cookie that a browser sent; empty when there is none. */
export function cookieOf(request: Request, name: string): string {
  return parse(request.headers.get('cookie') ?? '', name)[name] ?? ''
}

/** The cookies that a browser sent and whose name matches, each as a pair. */
export function cookiesLike(request: Request, name: RegExp): string[] {
  const all = Object.entries(parse(request.headers.get('cookie') ?? ''))
  return all.filter(([key]) => name.test(key)).map(([key, value]) => `${key}=${value}`)
}
