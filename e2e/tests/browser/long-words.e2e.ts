import type { Page } from 'playwright/test'
import { pictureForm } from '../../fixtures/api.ts'
import { overflow } from '../../fixtures/browser/page-checks.ts'
import { asShopper } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

const word = (length: number) => 'W'.repeat(length)

const ADDRESS = {
  name: word(100),
  line1: word(100),
  line2: word(100),
  city: word(100),
  region: word(100),
  postalCode: word(20),
  country: 'US',
}

/** A seller with the longest allowed words in every text, who buys from their own shop. */
async function sellerWithLongWords(page: Page) {
  const email = `${Date.now()}${word(51)}@${word(63)}.${word(63)}.example`.toLowerCase()
  const as = (work: Parameters<typeof asShopper>[1]) => asShopper(page, work)
  const { body: user } = await as((one) =>
    one.post('/api/users/signup', { email, password: word(12) }),
  )
  await as((one) => one.put('/api/users/profile', { name: word(60) }))
  const fields = {
    title: word(200),
    description: word(2000),
    price: 999_999.99,
    quantity: 1_000_000,
    category: 'accessories',
  }
  const { body: product } = await as((one) =>
    one.sendForm('POST', '/api/products', pictureForm(fields)),
  )
  await as((one) =>
    one.sendForm('POST', `/api/products/${product.id}/images`, pictureForm({ alt: word(200) })),
  )
  const cheap = { ...fields, price: 3 }
  const { body: bought } = await as((one) => one.post('/api/products', cheap))
  const items = [{ productId: bought.id, quantity: 99 }]
  const order = { items, address: ADDRESS }
  const { body: unpaid } = await as((one) => one.post('/api/orders', order))
  const { body: paid } = await as((one) => one.post('/api/orders', order))
  await as((one) => one.post('/api/payments', { orderId: paid.id, token: 'tok_visa' }))
  await as((one) => one.post('/api/cart/items', { productId: bought.id, quantity: 2 }))
  return { user, product, unpaid, paid }
}

const MANY_PAGES_MS = 180_000

test('long words of users make no page scroll sideways', async ({ shopper }) => {
  test.setTimeout(MANY_PAGES_MS)
  const { user, product, unpaid, paid } = await sellerWithLongWords(shopper)
  const desk = `/sell/products/${product.id}`
  const pages = [
    '/',
    `/?q=${word(100)}`,
    `/?seller=${user.id}&category=accessories&inStock=1&minPrice=0.01&maxPrice=999999.99`,
    `/?minPrice=${word(40)}`,
    `/products/${product.id}`,
    '/cart',
    '/checkout',
    `/checkout/${unpaid.id}`,
    '/orders',
    `/orders/${unpaid.id}`,
    `/orders/${paid.id}`,
    '/account',
    '/sell/products',
    `/sell/products?q=${word(100)}`,
    `/sell/products?archived=${product.id}`,
    '/sell/products/new',
    desk,
    `${desk}?created=1`,
    `${desk}?archive=1`,
    `${desk}/stock?by=1000000`,
    '/sell/orders',
    `/auth/signin?next=/${word(200)}`,
  ]
  for (const path of pages) {
    await shopper.setViewportSize({ width: 320, height: 800 })
    await shopper.goto(path)
    for (const width of [320, 390, 1280]) {
      await shopper.setViewportSize({ width, height: 800 })
      expect(await overflow(shopper), `${path} at ${width}`).toBeLessThanOrEqual(0)
    }
  }
})

test('the filters of a seller with a long name fit on a phone', async ({ shopper }) => {
  const { user } = await sellerWithLongWords(shopper)
  await shopper.setViewportSize({ width: 320, height: 800 })
  await shopper.goto(`/?seller=${user.id}`)
  await shopper.getByRole('button', { name: 'Filters' }).click()
  const sheet = shopper.locator('#filters')
  await expect(sheet).toBeVisible()
  const wider = await sheet.evaluate((element) => element.scrollWidth - element.clientWidth)
  expect(wider).toBeLessThanOrEqual(0)
})
