import { cartOf } from '../../fixtures/browser/cart.ts'
import { slowDown } from '../../fixtures/browser/failures.ts'
import { newProduct } from '../../fixtures/browser/products.ts'
import { asShopper, fillCart } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

test('five quick clicks on One more in the cart all count', async ({ shopper }) => {
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

test('one click on Checkout works while a typed quantity is being saved', async ({ shopper }) => {
  const { id } = await newProduct({ price: 19.99, quantity: 9 })
  await fillCart(shopper, [{ id }])
  await shopper.goto('/cart')
  await shopper.waitForLoadState('networkidle')
  await shopper.getByLabel('Quantity', { exact: true }).fill('4')
  // Near the edge, where a shifting layout would miss the click.
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
  test(`one click on ${name.source} works while a typed quantity is being saved`, async ({
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

test('typing 0 removes a line, Undo restores it, and invalid input changes nothing', async ({
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

test('a line removed in another tab is not reported as removed here', async ({ shopper }) => {
  const [one, two] = [await newProduct(), await newProduct()]
  await fillCart(shopper, [{ id: one.id }, { id: two.id }])
  await shopper.goto('/cart')
  await shopper.waitForLoadState('networkidle')
  await asShopper(shopper, (visitor) => visitor.delete(`/api/cart/items/${two.id}`))
  await shopper.getByRole('button', { name: `One more of ${one.title}` }).click()
  await expect(shopper.getByRole('button', { name: `Remove ${two.title}` })).toHaveCount(0)
  await expect(shopper.getByText('Removed')).toHaveCount(0)
})

test('a cart above the maximum total says so before checkout', async ({ shopper }) => {
  const { id } = await newProduct({ price: 999_999.99, quantity: 2 })
  await fillCart(shopper, [{ id, quantity: 2 }])
  await shopper.goto('/cart')
  await expect(shopper.getByText('An order can total at most $999,999.99.')).toBeVisible()
  await expect(shopper.getByRole('link', { name: 'Checkout' })).toHaveCount(0)
  await shopper.goto('/checkout')
  await shopper.waitForURL('**/cart')
})

test('the focus stays or moves to the next control when lines change by keyboard', async ({
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
