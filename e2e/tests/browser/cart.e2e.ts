import type { Page } from 'playwright/test'
import { slowDown } from '../../fixtures/browser/failures.ts'
import { archive, newProduct } from '../../fixtures/browser/products.ts'
import { asShopper, fillCart } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

const addTo = (page: Page, title: string) =>
  page.getByRole('button', { name: `Add ${title} to cart` })

/** How many of each product the cart of a page holds. */
async function cartOf(page: Page): Promise<Record<string, number>> {
  const { body } = await asShopper(page, (visitor) => visitor.get('/api/cart'))
  const items = body.items as { title: string; quantity: number }[]
  return Object.fromEntries(items.map(({ title, quantity }) => [title, quantity]))
}

async function openList(page: Page, words: string): Promise<void> {
  await page.goto(`/?q=${encodeURIComponent(words)}`)
  await page.waitForLoadState('networkidle')
}

test('five quick presses of an add button put five pieces into the cart', async ({ shopper }) => {
  const { title } = await newProduct({ quantity: 9 })
  await openList(shopper, title)
  await slowDown(shopper)
  for (let press = 0; press < 5; press += 1) await addTo(shopper, title).click()
  await expect(shopper.getByRole('link', { name: /Cart.*5 items/ })).toBeVisible()
  expect(await cartOf(shopper)).toEqual({ [title]: 5 })
})

test('presses of one moment count, before the page has drawn anything', async ({ shopper }) => {
  const { title } = await newProduct({ quantity: 9 })
  await openList(shopper, title)
  await slowDown(shopper)
  await addTo(shopper, title).evaluate((button: HTMLElement) => {
    for (let press = 0; press < 5; press += 1) button.click()
  })
  await expect(shopper.getByRole('link', { name: /Cart.*5 items/ })).toBeVisible()
})

test('presses count even when the page is left at once', async ({ shopper }) => {
  const { title } = await newProduct({ quantity: 9 })
  await openList(shopper, title)
  await slowDown(shopper)
  for (let press = 0; press < 4; press += 1) await addTo(shopper, title).click()
  await shopper.getByRole('link', { name: 'Privacy' }).click()
  await expect(shopper.getByRole('link', { name: /Cart.*4 items/ })).toBeVisible()
})

test("a new visitor's first two products are in one cart", async ({ shopper }) => {
  const word = `pair${Date.now()}`
  const [one, two] = [
    await newProduct({ title: `${word} cup` }),
    await newProduct({ title: `${word} plate` }),
  ]
  await openList(shopper, word)
  await addTo(shopper, one.title).click()
  await addTo(shopper, two.title).click()
  await expect(shopper.getByRole('link', { name: /Cart.*2 items/ })).toBeVisible()
  expect(await cartOf(shopper)).toEqual({ [one.title]: 1, [two.title]: 1 })
})

test('five quick presses of more in the cart all count', async ({ shopper }) => {
  const { id, title } = await newProduct({ quantity: 9 })
  await fillCart(shopper, [{ id }])
  await shopper.goto('/cart')
  await shopper.waitForLoadState('networkidle')
  await slowDown(shopper)
  for (let press = 0; press < 5; press += 1)
    await shopper.getByRole('button', { name: `One more of ${title}` }).click()
  await expect(shopper.getByRole('link', { name: /Cart.*6 items/ })).toBeVisible()
  expect(await cartOf(shopper)).toEqual({ [title]: 6 })
})

test('a product that is no longer sold is refused where it is added, not ticked', async ({
  shopper,
}) => {
  const product = await newProduct()
  const { title } = product
  await openList(shopper, title)
  await archive(product)
  await addTo(shopper, title).click()
  await expect(shopper.locator('.add-fault')).toHaveText(/sold out|no longer/i)
  await expect(shopper.getByText(`${title} was added to your cart`)).toHaveCount(0)
})

test('more than there are says how many can be had', async ({ shopper }) => {
  const { id, title, path } = await newProduct({ quantity: 3 })
  await fillCart(shopper, [{ id, quantity: 2 }])
  await shopper.goto(path)
  await shopper.getByRole('button', { name: `One more of ${title}` }).click()
  await shopper.getByRole('button', { name: 'Add to cart' }).click()
  await expect(shopper.getByText('Only 3 available, and your cart has 2')).toBeVisible()
  expect(await cartOf(shopper)).toEqual({ [title]: 2 })
})

test('one click checks out while a typed quantity is saved', async ({ shopper }) => {
  const { id } = await newProduct({ price: 19.99, quantity: 9 })
  await fillCart(shopper, [{ id }])
  await shopper.goto('/cart')
  await shopper.waitForLoadState('networkidle')
  await shopper.getByLabel('Quantity', { exact: true }).fill('4')
  // Near its edge, where a page that moves under the pointer would be missed.
  const button = shopper.getByRole('link', { name: 'Checkout' })
  const { height } = (await button.boundingBox()) ?? { height: 0 }
  await button.click({ position: { x: 20, y: height - 3 } })
  await shopper.waitForURL('**/checkout')
  await expect(shopper.getByText('4 × $19.99')).toBeVisible()
})

for (const [name, left] of [
  [/^Remove/, 0],
  [/^One more of /, 5],
  [/^One less of /, 3],
] as const)
  test(`one click on ${name.source} counts while a typed quantity is saved`, async ({
    shopper,
  }) => {
    const { id, title } = await newProduct({ price: 19.99, quantity: 9 })
    await fillCart(shopper, [{ id }])
    await shopper.goto('/cart')
    await shopper.waitForLoadState('networkidle')
    await shopper.getByLabel('Quantity', { exact: true }).fill('4')
    await shopper.getByRole('button', { name }).click()
    const wanted = left === 0 ? {} : { [title]: left }
    await expect(async () => expect(await cartOf(shopper)).toEqual(wanted)).toPass()
  })

test('a typed 0 removes a line, and Undo puts it back; nonsense changes nothing', async ({
  shopper,
}) => {
  const { id, title } = await newProduct()
  await fillCart(shopper, [{ id, quantity: 2 }])
  await shopper.goto('/cart')
  const field = shopper.getByLabel('Quantity', { exact: true })
  for (const nonsense of ['', '-3', '1.5']) {
    await field.fill(nonsense)
    await field.press('Tab')
    await expect(field).toHaveValue('2')
  }
  await field.fill('0')
  await field.press('Enter')
  await expect(shopper.getByText(`Removed ${title}.`)).toBeVisible()
  await shopper.getByRole('button', { name: 'Undo' }).click()
  await expect(field).toHaveValue('2')
})

test('what another tab removes is not told as removed here', async ({ shopper }) => {
  const [one, two] = [await newProduct(), await newProduct()]
  await fillCart(shopper, [{ id: one.id }, { id: two.id }])
  await shopper.goto('/cart')
  await shopper.waitForLoadState('networkidle')
  await asShopper(shopper, (visitor) => visitor.delete(`/api/cart/items/${two.id}`))
  await shopper.getByRole('button', { name: `One more of ${one.title}` }).click()
  await expect(shopper.getByRole('button', { name: `Remove ${two.title}` })).toHaveCount(0)
  await expect(shopper.getByText('Removed')).toHaveCount(0)
})

test('a cart that is too expensive for one order says so before anything is asked', async ({
  shopper,
}) => {
  const { id } = await newProduct({ price: 999_999.99, quantity: 2 })
  await fillCart(shopper, [{ id, quantity: 2 }])
  await shopper.goto('/cart')
  await expect(shopper.getByText('An order can total at most $999,999.99.')).toBeVisible()
  await expect(shopper.getByRole('link', { name: 'Checkout' })).toHaveCount(0)
  await shopper.goto('/checkout')
  await shopper.waitForURL('**/cart')
})

test('the focus stays or goes to the next thing when lines change by keyboard', async ({
  shopper,
}) => {
  const [one, two] = [await newProduct({ quantity: 2 }), await newProduct({ title: 'Cactus' })]
  await fillCart(shopper, [{ id: one.id }, { id: two.id }])
  await shopper.goto('/cart')
  await shopper.waitForLoadState('networkidle')
  const more = shopper.getByRole('button', { name: `One more of ${one.title}` })
  await more.focus()
  await more.press('Enter')
  await expect(more).toHaveAttribute('aria-disabled', 'true')
  await expect(more).toBeFocused()
  const field = shopper.getByRole('group', { name: one.title }).getByLabel('Quantity')
  await field.fill('1')
  await field.press('Tab')
  await expect(more).toBeFocused()
  await shopper.getByRole('button', { name: `Remove ${one.title}` }).press('Enter')
  await expect(shopper.getByRole('button', { name: `Remove ${two.title}` })).toBeFocused()
  await shopper.keyboard.press('Enter')
  await expect(shopper.getByText('Your cart is empty')).toBeVisible()
  await expect(shopper.getByRole('heading', { name: 'Your cart', exact: true })).toBeFocused()
})
