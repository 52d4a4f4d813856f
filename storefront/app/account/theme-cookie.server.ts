import { cookieOf } from '../lib/cookie.server.ts'
import { isTheme, type Theme } from './theme.ts'

const YEAR_S = 31_536_000

export function themeOf(request: Request): Theme {
  const theme = cookieOf(request, 'theme')
  return isTheme(theme) ? theme : 'system'
}

/** The cookie that stores the theme; `system` removes it. */
export function themeCookie(theme: Theme): string {
  const age = theme === 'system' ? 0 : YEAR_S
  return `theme=${theme}; Path=/; Max-Age=${age}; SameSite=Lax; Secure; HttpOnly`
}
