export const THEMES = {
  system: 'Same as device',
  light: 'Light',
  dark: 'Dark',
} as const

export type Theme = keyof typeof THEMES

export function isTheme(value: unknown): value is Theme {
  return typeof value === 'string' && Object.hasOwn(THEMES, value)
}
