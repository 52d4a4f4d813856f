const plural = new Intl.PluralRules('en')
const numbers = new Intl.NumberFormat('en-US')

/** 1 item, 5 items, 1,204 items. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${numbers.format(number)} ${plural.select(number) === 'one' ? one : many}`
}

const CATEGORY_NAMES = {
  kitchen: 'Kitchen',
  home: 'Home',
  garden: 'Plants & garden',
  clothing: 'Clothing',
  accessories: 'Shoes & accessories',
  electronics: 'Electronics',
  'music-craft': 'Music & craft',
  'sport-play': 'Sport & play',
} as const

/** What a category is called on pages. */
export function categoryName(category: keyof typeof CATEGORY_NAMES): string {
  return CATEGORY_NAMES[category]
}

/** What a seller is called; an e-mail address is never shown. */
export function sellerName(name: string | undefined): string {
  return name ?? 'A Corner seller'
}

/** The title of a page. */
export function pageTitle(what: string): string {
  return `${what} · Corner`
}
