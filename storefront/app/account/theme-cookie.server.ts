import type { Theme } from './theme.ts'

const COOKIE = /(?:^|;\s*)theme=(light|dark)(?:;|$)/
const YEAR_S = 31_536_000

export function themeOf(request: Request): Theme {
  return (COOKIE.exec(request.headers.get('cookie') ?? '')?.[1] as Theme | undefined) ?? 'system'
}

/** The cookie that stores the theme; `system` removes it. */
export function themeCookie(theme: Theme): string {
  const age = theme === 'system' ? 0 : YEAR_S
  return `theme=${theme}; Path=/; Max-Age=${age}; SameSite=Lax; Secure; HttpOnly`
}
