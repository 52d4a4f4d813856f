import { orderNumber } from '@shop/shared/contracts'
import { newId } from '@shop/shared/testing'
import { withPaidOrder } from '../../fixtures/browser/prepared.ts'
import { newProduct } from '../../fixtures/browser/products.ts'
import { asShopper, enterAsStaff, signUp } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

test('staff find an order by its number and refund an amount with a reason, which the buyer sees', async ({
  newShopper,
}) => {
  const [buyer, staff] = [await newShopper(), await newShopper()]
  const orderId = await withPaidOrder(buyer)
  await enterAsStaff(staff)
  await staff.goto('/staff/orders')
  await staff.getByRole('searchbox').fill(orderNumber(orderId))
  await staff.getByRole('button', { name: 'Search' }).click()
  await expect(staff).toHaveURL(`/staff/orders/${orderId}`)
  await staff.getByText('Refund an amount').click()
  await staff.getByRole('textbox', { name: 'Amount' }).fill('1.50')
  await staff.getByRole('button', { name: 'Continue' }).click()
  await expect(staff.getByRole('alert')).toContainText('Give a reason')
  await staff.getByLabel('Why').fill('The seller is away')
  await staff.getByRole('button', { name: 'Continue' }).click()
  await expect(staff.getByRole('heading', { name: 'Refund $1.50 to the buyer?' })).toBeFocused()
  await staff.getByRole('button', { name: 'Change' }).click()
  await expect(staff.getByRole('textbox', { name: 'Amount' })).toHaveValue('1.50')
  await expect(staff.getByLabel('Why')).toHaveValue('The seller is away')
  await staff.getByRole('button', { name: 'Continue' }).click()
  await staff.getByRole('button', { name: 'Refund $1.50' }).dblclick()
  await expect(staff.getByText('The refund is on its way.')).toBeVisible()
  await expect(staff.getByText('“The seller is away”')).toBeVisible()
  await expect(buyer.getByText('$1.50').first()).toBeVisible()
})

test('a reported product is hidden with a reason, and shown again', async ({ newShopper }) => {
  const [shopper, staff] = [await newShopper(), await newShopper()]
  const product = await newProduct({ title: `Kite ${newId()}` })
  await signUp(shopper)
  const report = { reason: 'counterfeit', note: 'Not the real one' }
  await asShopper(shopper, (visitor) => visitor.post(`/api/products/${product.id}/reports`, report))
  await enterAsStaff(staff)
  await staff.goto('/staff/reports')
  const found = staff.getByRole('listitem').filter({ has: staff.getByText('Not the real one') })
  const one = staff.getByRole('form', { name: `Decide on ${product.title}` })
  await expect(found.first()).toBeVisible()
  await one.getByLabel(/^Reason to hide/).fill('A copy')
  await one.getByRole('button', { name: 'Hide product' }).click()
  await expect(staff.getByText('Hidden. The seller gets the reason by email.')).toBeVisible()
  await expect(one).toBeHidden()
  expect((await shopper.goto(product.path))?.status()).toBe(404)
  await staff.goto('/staff/reports?status=hidden')
  await one.getByLabel(/^Reason to show/).fill('It is real')
  await one.getByRole('button', { name: 'Show again' }).click()
  await expect(staff.getByText('Shown again.')).toBeVisible()
  expect((await shopper.goto(product.path))?.status()).toBe(200)
})
