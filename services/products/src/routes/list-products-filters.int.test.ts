import { afterAll, beforeAll, expect, test } from 'bun:test'
import { CATEGORIES, type ProductResponse } from '@shop/shared/contracts'
import { newId, type TestService } from '@shop/shared/testing'
import fc from 'fast-check'
import type { Product } from '../domain/product.ts'
import { startProducts, insertProducts } from '../testing/index.ts'

const WORDS = ['Teapot', 'tea', 'TÉA', 'Crème', 'brûlée', 'mug', 'Müg', '350', 'Straße', 'strass']
const SELLERS = [newId(), newId(), newId()]

let service: TestService
let all: Product[]
beforeAll(async () => {
  service = await startProducts()
  all = await insertProducts(service, 200, (n) => ({
    title: `${WORDS[n % 10]} ${WORDS[(n * 7 + 3) % 10]}, ${WORDS[(n * 3 + 1) % 10]}`,
    category: CATEGORIES[n % 9] ?? null,
    price: 50 + ((n * 37) % 300),
    available: n % 4 === 0 ? 0 : n % 13,
    userId: SELLERS[n % 3] ?? '',
    archived: n % 11 === 0,
  }))
})
afterAll(() => service.stop())

const search = (query: Record<string, string>) =>
  service.call('GET', `/api/products?${new URLSearchParams({ ...query, limit: '100' }).toString()}`)
const ids = (items: { id: string }[]) => items.map(({ id }) => id).toSorted()

const { compare } = new Intl.Collator('en', { sensitivity: 'base' })

/** The expected search, by a naive implementation. */
function isFound({ title }: Product, q: string): boolean {
  const words = title.replace('ß', 'ss').split(/[ ,]+/)
  const begins = (word: string, typed: string) => compare(word.slice(0, typed.length), typed) === 0
  return q.split(' ').every((typed) => words.some((word) => begins(word, typed)))
}

const prefix = fc
  .tuple(fc.constantFrom('teapot', 'TEA', 'crem', 'Brulee', 'mug', '350', 'strasse'), fc.nat(6))
  .map(([word, n]) => word.slice(0, n + 1))
const price = fc.integer({ min: 0, max: 400 }).map((cents) => (cents / 100).toFixed(2))
const queries = fc.record(
  {
    q: fc.array(prefix, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
    category: fc.constantFrom(...CATEGORIES),
    minPrice: price,
    maxPrice: price,
    inStock: fc.constant('1'),
    seller: fc.constantFrom(...SELLERS),
    sort: fc.constantFrom('newest', 'price', '-price', 'title'),
  },
  { requiredKeys: [] },
)

const cents = (text: string) => Math.round(Number(text) * 100)
const MEETS: Record<string, (product: Product, value: string) => boolean> = {
  q: isFound,
  category: ({ category }, value) => category === value,
  minPrice: (product, value) => product.price >= cents(value),
  maxPrice: (product, value) => product.price <= cents(value),
  inStock: ({ available }) => available > 0,
  seller: ({ userId }, value) => userId === value,
}

test('any combination of filters finds exactly what matches all of them', async () => {
  await fc.assert(
    fc.asyncProperty(queries, async (query) => {
      const conditions = Object.entries(query).map(
        ([name, value]) =>
          (product: Product) =>
            MEETS[name]?.(product, value) ?? true,
      )
      const expected = all.filter(
        (product) => !product.archived && conditions.every((meets) => meets(product)),
      )
      const { status, body } = await search(query)
      expect(status).toBe(200)
      if (body.nextCursor === null) expect(ids(body.items)).toEqual(ids(expected))
      else expect(body.items).toHaveLength(100)
    }),
    { numRuns: 200 },
  )
}, 60_000)

test('the bounds of a price range are inclusive', async () => {
  const { body } = await search({ minPrice: '1', maxPrice: '1.00', sort: 'price' })
  expect(body.items.map((product: ProductResponse) => product.price)).toEqual([1])
  expect((await search({ minPrice: '2', maxPrice: '1' })).body.items).toEqual([])
  expect((await search({ minPrice: '999999.99' })).body.items).toEqual([])
})

test.each(['.*', '(', '[a-z]', '$', '^', '\\', '*', '{"$gt":""}', '\0', 'te.pot', 'teapot|mug'])(
  'the search text %p has no special meaning',
  async (q) => {
    const { status, body } = await search({ q, minPrice: '1', maxPrice: '1' })
    expect([status, body.items.length <= 1]).toEqual([200, true])
  },
)

test('GET /api/products finds everything without a text, and nothing for a text without words', async () => {
  for (const q of ['', ' ']) expect((await search({ q })).body.items).toHaveLength(100)
  for (const q of ['%', '!!!', '.', '❤️', '👩‍🎨', '\u200B']) {
    const { status, body } = await search({ q, facets: '1' })
    expect([status, body.items, body.total]).toEqual([200, [], 0])
  }
})

test.each([
  ['Łódź, a poster', 'lodz'],
  ['Smørrebrød board', 'smorrebrod'],
  ['Groß Æsir', 'gross aesir'],
  ['日本製の美しい急須セット', '急須'],
  ['手工陶瓷茶壶', '茶壶'],
  ['กล้องถ่ายรูปเก่า', 'ถ่ายรูป'],
])('GET /api/products finds %p by %p', async (title, q) => {
  const [product] = await insertProducts(service, 1, () => ({ title }))
  const { body } = await search({ q })
  expect(ids(body.items)).toEqual([product?.id ?? ''])
})

test('a search text of very many words works', async () => {
  const { status, body } = await search({
    q: 'a b c d e f g h i j k l m n o p q r s t u v w x y z',
  })
  expect([status, body.items]).toEqual([200, []])
})

test('the seller’s id may be in upper case', async () => {
  const [seller = ''] = SELLERS
  const [plain, capitals] = [
    await search({ seller }),
    await search({ seller: seller.toUpperCase() }),
  ]
  expect(plain.body.items.length).toBeGreaterThan(0)
  expect(ids(capitals.body.items)).toEqual(ids(plain.body.items))
})
