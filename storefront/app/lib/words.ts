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

/** What a seller is called; one without a name is told from others by the id, never by an e-mail address. */
export function sellerName(name: string | undefined, id: string): string {
  return name ?? `Shop ${id.slice(-4).toUpperCase()}`
}

/** The title of a page. */
export function pageTitle(what: string): string {
  return `${what} · Corner`
}

/** Whether a text to search for holds any letter or digit: without one, nothing can be found. */
export function hasWord(q: string): boolean {
  return /[\p{L}\p{N}]/u.test(q)
}
