import type { Look } from './theme.ts'

const COOKIE = /(?:^|;\s*)theme=(light|dark)(?:;|$)/
const YEAR_S = 31_536_000

/** The look that this browser asked for on the account page. */
export function themeOf(request: Request): Look {
  return (COOKIE.exec(request.headers.get('cookie') ?? '')?.[1] as Look | undefined) ?? 'system'
}

/** A cookie that keeps the look; the system's needs none. */
export function themeCookie(theme: Look): string {
  const age = theme === 'system' ? 0 : YEAR_S
  return `theme=${theme}; Path=/; Max-Age=${age}; SameSite=Lax; Secure; HttpOnly`
}
