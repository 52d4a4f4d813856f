import type { Appearance, ColorScheme, FontSource } from '../protocol.ts'

const rules = new CSSStyleSheet()

/** Applies the shop's Appearance; returns whether it is light or dark. */
export function applyAppearance({
  theme = 'stripe',
  variables,
  rules: given,
}: Appearance): ColorScheme {
  const root = document.documentElement
  root.dataset['theme'] = theme
  root.style.cssText = ''
  for (const [name, value] of Object.entries(variables ?? {}))
    root.style.setProperty(`--${name}`, value)
  applyRules(given ?? {})
  const scheme = isLight(getComputedStyle(document.body).color) ? 'dark' : 'light'
  root.style.colorScheme = scheme
  return scheme
}

/** Whether a CSS color in any notation is closer to white than to black. */
function isLight(color: string): boolean {
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  if (context === null) return false
  context.fillStyle = color
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
  return 0.299 * red + 0.587 * green + 0.114 * blue > 127
}

function applyRules(given: Record<string, Record<string, string>>): void {
  rules.replaceSync('')
  document.adoptedStyleSheets = [rules]
  for (const [selector, properties] of Object.entries(given)) {
    if (!CSS.supports(`selector(${selector})`)) continue
    const rule = rules.cssRules[rules.insertRule(`${selector} {}`, rules.cssRules.length)]
    if (!(rule instanceof CSSStyleRule)) continue
    for (const [name, value] of Object.entries(properties))
      rule.style.setProperty(toKebab(name), value)
  }
}

const toKebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Loads the shop's fonts. */
export function addFonts(sources: FontSource[]): void {
  for (const source of sources) {
    if ('cssSrc' in source) {
      const link = document.createElement('link')
      Object.assign(link, { rel: 'stylesheet', href: source.cssSrc })
      document.head.append(link)
    } else {
      const { family, src, ...descriptors } = source
      document.fonts.add(new FontFace(family, src, descriptors))
    }
  }
}
