import { orderNumber } from '@shop/shared/contracts'
import { ownWord } from './documents.ts'
import { chance, idOf, timeOf, type Person } from './people.ts'

export interface Query {
  name: string
  service: 'products' | 'orders' | 'payments' | 'notifications'
  as: 'person' | 'staff'
  /** Where the nth request of many goes, for example to another product each time. */
  path: (n: number, size: number) => string
  /** Why it may grow. */
  reason?: string
}

// The first person has sold everything on the first of them.
const DAYS = 'from=2025-01-01&to=2025-01-30'

/** The queries behind what people open most, on the first page if nothing else is said. */
export function queriesOf(person: Person): Query[] {
  return [
    ...ofCatalogue(person),
    of('orders', 'own orders', () => '/api/orders?limit=20'),
    of('orders', 'an order', (n) => `/api/orders/${idOf('order', n % 20)}`),
    of('orders', 'sold', () => '/api/orders/sold?limit=30'),
    of('orders', 'to send', () => '/api/orders/sold?limit=30&status=to-send'),
    of('orders', 'sold, a word', () => '/api/orders/sold?limit=30&q=mug'),
    of('orders', 'figures of 30 days', () => `/api/orders/sold/summary?${DAYS}`),
    staff('orders', 'all orders', () => '/api/orders/all?limit=30'),
    staff('orders', 'all orders to send', () => '/api/orders/all?limit=30&status=to-send'),
    staff('orders', 'all orders, a number', (n, size) => {
      return `/api/orders/all?q=${orderNumber(idOf('order', any(n, size)))}`
    }),
    of('orders', 'metrics of orders', () => '/metrics'),
    of('payments', 'metrics of payments', () => '/metrics'),
    staff('notifications', 'all mails', () => '/api/notifications/messages?limit=30'),
    of('notifications', 'metrics of notifications', () => '/metrics'),
  ]
}

function ofCatalogue(person: Person): Query[] {
  const list = (rest: string) => `/api/products?limit=30&${rest}`
  return [
    // The empty search keeps the page out of the cache.
    of('products', 'catalogue', () => list('q=')),
    of('products', 'catalogue, a page in the middle', (_, size) => list(`cursor=${middle(size)}`)),
    of('products', 'a product', (n, size) => `/api/products/${idOf('product', any(n, size))}`),
    of('products', 'a shop', () => list(`seller=${person.id}&q=`)),
    of('products', 'a category by price', () => list('category=garden&sort=price')),
    of('products', 'in stock', () => list('inStock=1')),
    of('products', 'a category in stock, dearest first', () =>
      list('category=garden&inStock=1&sort=-price'),
    ),
    sought('from 10 to 20 in stock', (n) => list(`${range(10, 20, n)}&inStock=1`)),
    sought('from 10 to 10.20 in stock', (n) => list(`${range(10, 10.2, n)}&inStock=1`)),
    sought('from 600 in stock', (n) => list(`minPrice=${600 + (n % 9)}&inStock=1`)),
    of('products', 'from 10 to 20, cheapest first', (n) => list(`${range(10, 20, n)}&sort=price`)),
    of('products', 'a common word', () => list('q=mug')),
    sought('a common word, cheapest first', () => list('q=mug&sort=price')),
    sought('three common words', () => list('q=blue oak mug')),
    sought('a common word from 10 to 20', (n) => list(`q=mug&${range(10, 20, n)}`)),
    of('products', 'a word of one product', (n, size) => list(`q=${ownWord(any(n, size))}`)),
    of('products', 'the first letter of a word', () => list('q=m')),
    {
      ...of('products', 'counts beside a price range', (n) => list(`facets=1&${range(10, 20, n)}`)),
      reason: 'counts what it shows; kept for 30 s, two at a time',
    },
    of('products', 'own products', () =>
      list(`seller=${person.id}&status=all&sort=title&counts=1`),
    ),
    of('products', 'metrics of products', () => '/metrics'),
  ]
}

const of = (service: Query['service'], name: string, path: Query['path']): Query => ({
  service,
  name,
  as: 'person',
  path,
})

/** No index has it in the order of the list. */
const sought = (name: string, path: Query['path']): Query => ({
  ...of('products', name, path),
  reason: 'no index has what is sought in this order; what is known of it is kept for a minute',
})

const staff = (...args: Parameters<typeof of>): Query => ({ ...of(...args), as: 'staff' })

const any = (n: number, size: number) => Math.floor(chance('any', n) * size)

/** Some cents apart, so that nothing is cached. */
const range = (from: number, to: number, n: number) => {
  const cents = (n % 97) / 100
  return `minPrice=${(from + cents).toFixed(2)}&maxPrice=${(to + cents).toFixed(2)}`
}

function middle(size: number): string {
  const n = Math.floor(size / 2)
  const key = String(timeOf(n).getTime()).padStart(15, '0') + idOf('product', n)
  return Buffer.from(`newest:${key}`).toString('base64url')
}
