import { ACCOUNT_FORMS } from '../../fixtures/browser/account-forms.ts'
import {
  goToPayment,
  enterCard,
  GOOD_CARD,
  isComplete,
  payButton,
} from '../../fixtures/browser/checkout.ts'
import { LOST, lose, newFailingPage, type Loss } from '../../fixtures/browser/failures.ts'
import { newProduct } from '../../fixtures/browser/products.ts'
import { SELLER_FORMS } from '../../fixtures/browser/seller-forms.ts'
import { fillCart, signUp } from '../../fixtures/browser/session.ts'
import { SHOPPER_FORMS } from '../../fixtures/browser/shopper-forms.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

const LOSSES: Loss[] = ['offline', 'unreachable', 'unavailable']

for (const [name, { open, send, kept, done }] of Object.entries({
  ...SHOPPER_FORMS,
  ...ACCOUNT_FORMS,
  ...SELLER_FORMS,
}))
  test(`${name} keeps its page while the shop is unreachable, and works afterwards`, async ({
    browser,
  }) => {
    const page = await newFailingPage(browser)
    await open(page)
    await page.waitForLoadState('networkidle')
    for (const loss of LOSSES) {
      const bringBack = await lose(page, loss)
      await send(page)
      await expect(page.getByText(LOST[loss]).first()).toBeVisible()
      await kept(page)
      await bringBack()
    }
    await send(page)
    await done(page)
    await page.context().close()
  })

test('a payment that does not reach the shop can be retried', async ({ browser }) => {
  const page = await newFailingPage(browser)
  await fillCart(page, [await newProduct()])
  await goToPayment(page)
  await enterCard(page, GOOD_CARD)
  const bringBack = await lose(page, 'unreachable')
  await payButton(page).click()
  await expect(page.getByRole('alert')).toContainText(LOST.unreachable)
  await bringBack()
  await payButton(page).click()
  await isComplete(page)
  await page.context().close()
})

test('offline, links and searches keep the page and what was typed', async ({ browser }) => {
  const page = await newFailingPage(browser)
  await signUp(page)
  await page.goto('/account')
  await page.waitForLoadState('networkidle')
  await page.getByLabel('Name', { exact: true }).fill('Ana')
  const bringBack = await lose(page, 'offline')
  await page.getByRole('link', { name: 'Sell', exact: true }).click()
  await expect(page.getByText('This page stays open until you’re back online')).toBeVisible()
  await page.getByRole('searchbox').press('Enter')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ana')
  await bringBack()
  await page.getByRole('link', { name: 'Sell', exact: true }).click()
  await page.waitForURL('**/sell/products')
  await page.context().close()
})

test('Try again loads a page that failed to load', async ({ browser }) => {
  const page = await newFailingPage(browser)
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  const bringBack = await lose(page, 'unavailable')
  await page.getByRole('link', { name: 'Cart' }).click()
  await expect(page.getByRole('heading', { name: 'This page didn’t load' })).toBeVisible()
  await bringBack()
  await page.getByRole('link', { name: 'Try again' }).click()
  await expect(page.getByText('Your cart is empty')).toBeVisible()
  await page.context().close()
})
