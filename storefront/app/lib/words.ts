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

export function categoryName(category: keyof typeof CATEGORY_NAMES): string {
  return CATEGORY_NAMES[category]
}

/** A seller without a name is identified by part of the id, never by email address. */
export function sellerName(name: string | undefined, id: string): string {
  return name ?? `Shop ${id.slice(-4).toUpperCase()}`
}

export function pageTitle(what: string): string {
  return `${what} · Corner`
}

/** Whether a search has a letter or digit, without which nothing is found. */
export function hasWord(q: string): boolean {
  return /[\p{L}\p{N}]/u.test(q)
}
