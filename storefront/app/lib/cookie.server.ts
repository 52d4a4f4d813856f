import { parse } from 'hono/utils/cookie'

/** The value of a cookie that a browser sent; empty when there is none. */
export function cookieOf(request: Request, name: string): string {
  return parse(request.headers.get('cookie') ?? '', name)[name] ?? ''
}
