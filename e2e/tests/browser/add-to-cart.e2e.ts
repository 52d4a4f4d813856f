import { addButton, cartOf, openList } from '../../fixtures/browser/cart.ts'
import { slowDown } from '../../fixtures/browser/failures.ts'
import { archive, newProduct } from '../../fixtures/browser/products.ts'
import { fillCart } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

test('five quick clicks on Add put five items into the cart', async ({ shopper }) => {
  const { title } = await newProduct({ quantity: 9 })
  await openList(shopper, title)
  await slowDown(shopper)
  for (let press = 0; press < 5; press += 1) await addButton(shopper, title).click()
  await expect(shopper.getByRole('link', { name: /Cart.*5 items/ })).toBeVisible()
  expect(await cartOf(shopper)).toEqual({ [title]: 5 })
})

test('simultaneous clicks count before the page has rendered', async ({ shopper }) => {
  const { title } = await newProduct({ quantity: 9 })
  await openList(shopper, title)
  await slowDown(shopper)
  await addButton(shopper, title).evaluate((button: HTMLElement) => {
    for (let press = 0; press < 5; press += 1) button.click()
  })
  await expect(shopper.getByRole('link', { name: /Cart.*5 items/ })).toBeVisible()
})

test('clicks count even when the page is left immediately', async ({ shopper }) => {
  const { title } = await newProduct({ quantity: 9 })
  await openList(shopper, title)
  await slowDown(shopper)
  for (let press = 0; press < 4; press += 1) await addButton(shopper, title).click()
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
  await addButton(shopper, one.title).click()
  await addButton(shopper, two.title).click()
  await expect(shopper.getByRole('link', { name: /Cart.*2 items/ })).toBeVisible()
  expect(await cartOf(shopper)).toEqual({ [one.title]: 1, [two.title]: 1 })
})

test('adding a product that is no longer sold shows an error', async ({ shopper }) => {
  const product = await newProduct()
  const { title } = product
  await openList(shopper, title)
  await archive(product)
  await addButton(shopper, title).click()
  await expect(shopper.locator('.add-fault')).toHaveText(/sold out|no longer/i)
  await expect(shopper.getByText(`${title} was added to your cart`)).toHaveCount(0)
})

test('adding more than the stock shows how many are available', async ({ shopper }) => {
  const { id, title, path } = await newProduct({ quantity: 3 })
  await fillCart(shopper, [{ id, quantity: 2 }])
  await shopper.goto(path)
  await shopper.getByRole('button', { name: `One more of ${title}` }).click()
  await shopper.getByRole('button', { name: 'Add to cart' }).click()
  await expect(shopper.getByText('Only 3 available, and your cart has 2')).toBeVisible()
  expect(await cartOf(shopper)).toEqual({ [title]: 2 })
})
