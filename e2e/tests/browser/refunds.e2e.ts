import { newId, readStack } from '@shop/shared/testing'
import type { Page } from 'playwright/test'
import { buy, signedIn } from '../../fixtures/browser/paid-order.ts'
import { newProduct } from '../../fixtures/browser/products.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

/** Three sold cups of $10.00 at the seller's desk. */
async function soldCups(shopper: Page, desk: Page) {
  const cup = await newProduct({ title: 'Cup', price: 10, quantity: 5 })
  const { id } = await buy(shopper, [{ id: cup.id, quantity: 3 }])
  await signedIn(desk, cup.seller)
  await desk.goto(`/sell/orders/${id}`)
  return { ...cup, orderId: id }
}

const choice = (desk: Page, title: string) => desk.getByLabel(`${title}, quantity`)
const heading = (desk: Page, sum: string) =>
  desk.getByRole('heading', { name: `Refund ${sum} to the buyer?` })

test('a seller chooses a refund, sees what it does, goes back, and refunds once, by keyboard', async ({
  shopper,
  newShopper,
}) => {
  const desk = await newShopper()
  const { title } = await soldCups(shopper, desk)
  const opener = desk.getByText('Can’t send something? Refund it')
  await opener.focus()
  await desk.keyboard.press('Enter')
  await choice(desk, title).selectOption('2')
  await desk.getByLabel('Put these items back in stock').press('Space')
  await desk.getByLabel('Note to the buyer').fill('Sorry!')
  await desk.getByRole('button', { name: 'Continue' }).press('Enter')
  await expect(heading(desk, '$20.00')).toBeFocused()
  await expect(desk.getByText(`2 × ${title}, back in stock`)).toBeVisible()
  await expect(desk.getByText('$10.00 of your items')).toBeVisible()
  await desk.getByRole('button', { name: 'Change' }).press('Enter')
  await expect(opener).toBeFocused()
  await expect(choice(desk, title)).toHaveValue('2')
  await expect(desk.getByLabel('Note to the buyer')).toHaveValue('Sorry!')
  await expect(desk.getByLabel('Put these items back in stock')).toBeChecked()
  await desk.getByRole('button', { name: 'Continue' }).click()
  await desk.getByRole('button', { name: 'Refund $20.00' }).dblclick()
  await expect(desk.getByText('The refund is on its way.')).toBeVisible()
  await expect(desk.getByText(`for 2 × ${title}`)).toHaveCount(1)
  await expect(desk.getByText(/: send 1$/)).toBeVisible()
})

test('a refund is refused when something was refunded since it was shown', async ({
  shopper,
  newShopper,
}) => {
  const desk = await newShopper()
  const { title, seller, orderId } = await soldCups(shopper, desk)
  await desk.getByText('Can’t send something? Refund it').click()
  await choice(desk, title).selectOption('3')
  await desk.getByRole('button', { name: 'Continue' }).click()
  await expect(desk.getByText('so the parcel is canceled')).toBeVisible()
  const two = { amount: 2, reason: 'goodwill' }
  await seller.post(`/api/orders/sold/${orderId}/refunds`, two, { 'idempotency-key': newId() })
  await desk.getByRole('button', { name: /^Refund \$/ }).click()
  await expect(desk.getByRole('alert')).toContainText('What can be refunded has changed meanwhile')
  await expect(desk.getByText('$28.00 of your items can still be refunded')).toBeVisible()
  await expect(choice(desk, title)).toHaveValue('3')
  await desk.getByRole('button', { name: 'Continue' }).click()
  await desk.getByRole('button', { name: /^Refund \$/ }).click()
  await expect(desk.getByText('The refund is on its way.')).toBeVisible()
})

test('a refund is confirmed without script, and pressed again it is the same', async ({
  browser,
  shopper,
}) => {
  const context = await browser.newContext({
    baseURL: (await readStack()).url,
    ignoreHTTPSErrors: true,
    javaScriptEnabled: false,
  })
  const desk = await context.newPage()
  const { title } = await soldCups(shopper, desk)
  await desk.getByText('Can’t send something? Refund it').click()
  await choice(desk, title).selectOption('1')
  await desk.getByRole('button', { name: 'Continue' }).click()
  await expect(heading(desk, '$10.00')).toBeVisible()
  await desk.getByRole('button', { name: 'Change' }).click()
  await expect(choice(desk, title)).toHaveValue('1')
  await desk.getByRole('button', { name: 'Continue' }).click()
  const again = await desk.content()
  await desk.getByRole('button', { name: 'Refund $10.00' }).click()
  await expect(desk.getByText('The refund is on its way.')).toBeVisible()
  const url = desk.url()
  await desk.route(url, (route) => route.fulfill({ body: again, contentType: 'text/html' }), {
    times: 1,
  })
  await desk.reload()
  await desk.getByRole('button', { name: 'Refund $10.00' }).click()
  await expect(desk.getByText('The refund is on its way.')).toBeVisible()
  await expect(desk.getByText(`for 1 × ${title}`)).toHaveCount(1)
  await context.close()
})
