import { mailTo } from '@shop/shared/testing'
import type { Page } from 'playwright/test'
import { buy } from '../../fixtures/browser/paid-order.ts'
import { newProduct } from '../../fixtures/browser/products.ts'
import { signUp } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

/** A paid order of two cups that were sent, open in two tabs. */
async function sentOrder(shopper: Page) {
  const cup = await newProduct({ title: 'Cup' })
  const { id } = await buy(shopper, [{ id: cup.id, quantity: 2 }])
  await cup.seller.put(`/api/orders/sold/${id}/parcel`, { carrier: 'ups' })
  const other = await shopper.context().newPage()
  const sold = async () => (await cup.seller.get(`/api/orders/sold/${id}`)).body
  return { id, cup, other, sold }
}

async function choose(page: Page, id: string, title: string): Promise<void> {
  await page.goto(`/orders/${id}/give-back`)
  await page.getByRole('checkbox', { name: title }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('button', { name: /^Give back/ })).toBeVisible()
}

test('“I have it” in two tabs delivers the parcel once', async ({ shopper }) => {
  const { id, other, sold } = await sentOrder(shopper)
  // Without the live order, the second tab still shows the button.
  await other.route('**/events', (route) => route.abort())
  await other.goto(`/orders/${id}`)
  await expect(other.getByRole('button', { name: /^I have it/ })).toBeVisible()
  await shopper.goto(`/orders/${id}`)
  await shopper.getByRole('button', { name: /^I have it/ }).click()
  await expect(shopper.getByText('Delivered', { exact: true }).first()).toBeVisible()
  const { version } = await sold()
  await other.getByRole('button', { name: /^I have it/ }).click()
  await expect(other.getByText('Delivered', { exact: true }).first()).toBeVisible()
  expect((await sold()).version).toBe(version)
})

test('giving the same back in two tabs, and again with the back button, gives one return', async ({
  shopper,
}) => {
  const { id, cup, other, sold } = await sentOrder(shopper)
  await choose(shopper, id, cup.title)
  await choose(other, id, cup.title)
  await shopper.getByRole('button', { name: /^Give back/ }).click()
  await expect(shopper.getByText('Requested', { exact: true }).first()).toBeVisible()
  await other.getByRole('button', { name: /^Give back/ }).click()
  await expect(other.getByText('already', { exact: false }).first()).toBeVisible()
  await shopper.goBack()
  await shopper.reload()
  const { returns } = await sold()
  expect(returns).toHaveLength(1)
  expect(returns).toMatchObject([{ status: 'Asked', lines: [{ quantity: 2 }] }])
})

test('an order that was opened by its link is added to an account, and kept there', async ({
  shopper,
  newShopper,
}) => {
  const { id, link } = await buy(shopper, [{ id: (await newProduct()).id }])
  const member = await newShopper()
  await signUp(member)
  await member.goto(link)
  await member.getByRole('button', { name: 'Add to my account' }).click()
  await expect(member.getByText('The order is in your account now.')).toBeVisible()
  await expect(member.getByText('You opened this order from a link')).toBeHidden()
  await member.context().clearCookies({ name: `order_${id}` })
  await member.goto('/orders')
  await member.getByRole('link', { name: /^Order / }).click()
  await expect(member).toHaveURL(new RegExp(`/orders/${id}$`))
  const other = await newShopper()
  await signUp(other)
  await other.goto(link)
  await other.getByRole('button', { name: 'Add to my account' }).click()
  await expect(other.getByText('This order was added to another account')).toBeVisible()
})

test('the link to an order is mailed to its address', async ({ shopper }) => {
  const { id, email } = await buy(shopper, [{ id: (await newProduct()).id }])
  await shopper.goto(`/orders/${id}`)
  await shopper.getByRole('button', { name: 'Email me a link to this order' }).click()
  await expect(shopper.getByText('An email with a link to this order')).toBeVisible()
  expect((await mailTo(email, 'The link')).text).toContain(`/orders/${id}#`)
})
