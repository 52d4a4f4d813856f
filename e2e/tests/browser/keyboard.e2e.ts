import type { Page } from 'playwright/test'
import { GOOD_CARD, isComplete } from '../../fixtures/browser/checkout.ts'
import { newProduct } from '../../fixtures/browser/products.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

const MOST_TABS = 80

/** Tabs until the focused element has the name. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab')
    if (await isFocused(page, name)) return
  }
  throw new Error(`nothing called ${name} takes the focus`)
}

async function isFocused(page: Page, name: string | RegExp): Promise<boolean> {
  for (const frame of page.frames()) {
    const found = await frame.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null
      if (element === null || element === document.body || element.tagName === 'IFRAME') return null
      const label = element.labels?.[0]?.textContent
      return (element.ariaLabel ?? label ?? element.textContent ?? '').trim()
    })
    if (found !== null && (typeof name === 'string' ? found.startsWith(name) : name.test(found)))
      return true
  }
  return false
}

test('the way from the home page to a paid order works by keyboard', async ({ shopper }) => {
  const { title } = await newProduct()
  await shopper.goto('/')
  await tabTo(shopper, 'Skip to main content')
  await tabTo(shopper, 'Search products')
  await shopper.keyboard.type(title)
  await shopper.keyboard.press('Enter')
  await shopper.waitForURL('**/?q=*')
  await shopper.getByRole('heading', { level: 1, name: /1 result/ }).waitFor()
  await tabTo(shopper, title)
  await shopper.keyboard.press('Enter')
  await shopper.waitForURL('**/products/*')
  await expect(shopper.getByRole('main')).toBeFocused()
  await tabTo(shopper, 'Add to cart')
  await shopper.keyboard.press('Enter')
  await expect(shopper.getByText('Added to your cart.')).toBeVisible()
  await tabTo(shopper, 'View cart')
  await shopper.keyboard.press('Enter')
  await shopper.waitForURL('**/cart')
  await tabTo(shopper, 'Checkout')
  await shopper.keyboard.press('Enter')
  await shopper.waitForURL('**/checkout')
  for (const [label, value] of [
    ['Email', 'ana@example.com'],
    ['Name', 'Ana Moreno'],
    ['Street address', '14 Harbour Street'],
    ['City', 'Portland'],
    ['ZIP or postal code', '04101'],
    ['State or region (optional)', 'ME'],
  ] as const) {
    await tabTo(shopper, label)
    await shopper.keyboard.type(value)
  }
  await shopper.keyboard.press('Enter')
  await shopper.waitForURL(/\/checkout\/[\da-f]{24}$/)
  await shopper
    .frameLocator('iframe[title="Secure payment input frame"]')
    .locator('[name=number]')
    .waitFor()
  for (const [label, value] of [
    ['Card number', GOOD_CARD],
    ['Expiration date', '1234'],
    ['Security code', '123'],
  ] as const) {
    await tabTo(shopper, label)
    await shopper.keyboard.type(value)
  }
  await tabTo(shopper, /^Pay \$/)
  await shopper.keyboard.press('Enter')
  await isComplete(shopper)
})
