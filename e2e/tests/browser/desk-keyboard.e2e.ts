import { newId } from '@shop/shared/testing'
import type { Locator, Page } from 'playwright/test'
import { newDeadLetter } from '../../fixtures/browser/dead-letter.ts'
import { ownProduct } from '../../fixtures/browser/own-product.ts'
import { withSoldOrder } from '../../fixtures/browser/prepared.ts'
import { newProduct } from '../../fixtures/browser/products.ts'
import { enterAsStaff, signUp } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

const MOST_TABS = 60

/** Tabs from where the focus is, never from the top, until the element has it. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press(key)
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${target.toString()} does not take the focus`)
}

test('products are changed together by keyboard, and only what failed stays selected', async ({
  shopper,
}) => {
  await signUp(shopper)
  for (const title of ['Anvil', 'Bellows']) await ownProduct(shopper, title)
  await shopper.goto('/sell/products', { waitUntil: 'networkidle' })
  const button = (name: string | RegExp) => shopper.getByRole('button', { name })
  const count = shopper.getByRole('status').filter({ hasText: 'selected' })
  for (const title of ['Bellows', 'Anvil']) {
    await tabTo(shopper, shopper.getByRole('checkbox', { name: `Select ${title}` }))
    await shopper.keyboard.press('Space')
  }
  await expect(count).toHaveText('2 selected')
  await tabTo(shopper, button('Clear'))
  await shopper.keyboard.press('Enter')
  await expect(count).toHaveText('0 selected')
  await expect(shopper.getByLabel('What to change')).toBeFocused()
  await tabTo(shopper, shopper.getByRole('checkbox', { name: 'Select Anvil' }), 'Shift+Tab')
  await shopper.keyboard.press('Space')
  await tabTo(shopper, shopper.getByLabel(/^Percent/))
  await shopper.keyboard.type('-10')
  await tabTo(shopper, button('Apply to 1'))
  await shopper.keyboard.press('Enter')
  await expect(shopper.getByText('1 product changed.')).toBeVisible()
  await expect(count).toHaveText('0 selected')
  await expect(button('Apply to selected')).toBeFocused()
})

test('a refund and a parcel go out by keyboard', async ({ shopper }) => {
  const id = await withSoldOrder(shopper)
  await shopper.goto(`/sell/orders/${id}`, { waitUntil: 'networkidle' })
  const button = (name: string) => shopper.getByRole('button', { name })
  await tabTo(shopper, shopper.getByText('Refund it'))
  await shopper.keyboard.press('Enter')
  await tabTo(shopper, button('Continue'))
  await shopper.keyboard.press('Enter')
  await expect(shopper.getByRole('alert')).toBeFocused()
  await tabTo(shopper, shopper.getByLabel('Or an amount'))
  await shopper.keyboard.type('x')
  await tabTo(shopper, button('Continue'))
  await shopper.keyboard.press('Enter')
  await expect(shopper.getByRole('alert')).toBeFocused()
  await expect(shopper.getByRole('alert').getByRole('link')).toBeVisible()
  await tabTo(shopper, shopper.getByRole('alert').getByRole('link'))
  await shopper.keyboard.press('Enter')
  const amount = shopper.getByLabel('Or an amount')
  await expect(amount).toBeFocused()
  await expect(amount).toHaveAttribute('aria-invalid', 'true')
  await shopper.keyboard.press('ControlOrMeta+A')
  await shopper.keyboard.type('2.50')
  await tabTo(shopper, button('Continue'))
  await shopper.keyboard.press('Enter')
  await expect(shopper.getByRole('heading', { name: 'Refund $2.50' })).toBeFocused()
  await tabTo(shopper, button('Refund $2.50'))
  await shopper.keyboard.press('Enter')
  await expect(shopper.getByText('The refund is on its way.')).toBeVisible()
  await expect(shopper.getByRole('heading', { level: 1 })).toBeFocused()
  await tabTo(shopper, shopper.getByLabel('Tracking number'))
  await shopper.keyboard.type('1Z999AA10123456784')
  await tabTo(shopper, button('Mark as sent'))
  await shopper.keyboard.press('Enter')
  await expect(shopper.getByText('Marked as sent.')).toBeVisible()
  await expect(shopper.getByRole('heading', { level: 1 })).toBeFocused()
})

test('staff hide a product and replay a dead letter by keyboard', async ({ shopper: staff }) => {
  const { title } = await newProduct({ title: `Kite${newId()}` })
  const subject = await newDeadLetter()
  await enterAsStaff(staff)
  const [word = ''] = title.split(' ')
  await staff.goto(`/staff/products?q=${word}`, { waitUntil: 'networkidle' })
  await tabTo(staff, staff.locator('summary'))
  await staff.keyboard.press('Enter')
  await tabTo(staff, staff.getByLabel(/^Reason to hide/))
  await staff.keyboard.type('A copy')
  await tabTo(staff, staff.getByRole('button', { name: 'Hide product' }))
  await staff.keyboard.press('Enter')
  await expect(staff.getByText('Hidden. The seller gets the reason')).toBeVisible()
  await expect(staff.getByRole('heading', { name: 'Products' })).toBeFocused()

  await staff.goto('/staff/dead-letters', { waitUntil: 'networkidle' })
  const letter = staff.getByRole('listitem').filter({ hasText: subject })
  await tabTo(staff, letter.getByRole('button', { name: /^Replay/ }))
  await staff.keyboard.press('Enter')
  await expect(staff.getByRole('alert')).toContainText('It failed again')
  await expect(letter.getByRole('button', { name: /^Replay/ })).toBeFocused()
  await tabTo(staff, letter.getByRole('link', { name: /^Delete/ }))
  await staff.keyboard.press('Enter')
  await expect(letter.getByRole('link', { name: 'Keep it' })).toBeFocused()
  await staff.keyboard.press('Shift+Tab')
  await expect(letter.getByRole('button', { name: /^Delete/ })).toBeFocused()
  await staff.keyboard.press('Enter')
  await expect(staff.getByText('Deleted.')).toBeVisible()
  await expect(staff.getByRole('heading', { name: 'Dead letters' })).toBeFocused()
})
