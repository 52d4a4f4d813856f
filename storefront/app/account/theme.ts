/** What the pages may look like, and how each is called. */
export const LOOKS = {
  system: 'Like this device',
  light: 'Light',
  dark: 'Dark',
} as const

export type Look = keyof typeof LOOKS

/** Whether something that was sent is a look. */
export function isLook(value: unknown): value is Look {
  return typeof value === 'string' && Object.hasOwn(LOOKS, value)
}
