import type { Page } from 'playwright/test'
import {
  continueToPayment,
  goToPayment,
  isComplete,
  payButton,
  typeAddress,
} from '../../fixtures/browser/checkout.ts'
import { newFailingPage } from '../../fixtures/browser/failures.ts'
import { newProduct } from '../../fixtures/browser/products.ts'
import { asShopper, fillCart, signUp, type Account } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

const STREET = 'Street address'

async function signIn(page: Page, { email, password }: Account): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Somebody who has signed in and filled the address form in, and whose session has ended since. */
async function signedOutAtTheForm(page: Page): Promise<Account> {
  const account = await signUp(page)
  const { id } = await newProduct()
  await fillCart(page, [{ id }])
  await page.goto('/checkout')
  await typeAddress(page)
  await page.context().clearCookies()
  return account
}

test('a session that ends at the address form leads to sign-in and back to what was typed', async ({
  shopper,
}) => {
  const account = await signedOutAtTheForm(shopper)
  await continueToPayment(shopper)
  await expect(shopper.getByText('You were signed out.')).toBeVisible()
  await signIn(shopper, account)
  await shopper.waitForURL('**/checkout')
  await expect(shopper.getByLabel(STREET)).toHaveValue('14 Harbour Street')
})

test('so it does when a guest has startedAt meanwhile', async ({ shopper }) => {
  const account = await signedOutAtTheForm(shopper)
  const { id } = await newProduct()
  await fillCart(shopper, [{ id }])
  await continueToPayment(shopper)
  await expect(shopper.getByText('You were signed out.')).toBeVisible()
  await signIn(shopper, account)
  await shopper.waitForURL('**/checkout')
  await expect(shopper.getByLabel(STREET)).toHaveValue('14 Harbour Street')
})

test('what was typed is put back for nobody else', async ({ shopper, newShopper }) => {
  await signedOutAtTheForm(shopper)
  const other = await newShopper()
  const stranger = await signUp(other)
  const { id } = await newProduct()
  await fillCart(other, [{ id }])
  await continueToPayment(shopper)
  await signIn(shopper, stranger)
  await shopper.waitForURL('**/checkout')
  await expect(shopper.getByLabel(STREET)).toHaveValue('')
  expect(await shopper.evaluate(() => sessionStorage.getItem('remembered-form'))).toBeNull()
})

test('an address that was typed before a price changed is still there after accepting it', async ({
  shopper,
}) => {
  const { id, title, seller } = await newProduct({ price: 10 })
  await fillCart(shopper, [{ id }])
  await shopper.goto('/checkout')
  await shopper.getByLabel('Email').fill('ana@example.com')
  await typeAddress(shopper)
  await seller.put(`/api/products/${id}`, { title, price: 11 })
  await expect(async () => {
    const { body } = await asShopper(shopper, (visitor) => visitor.get('/api/cart'))
    expect(body.items[0].drift).toBe('price')
  }).toPass()
  await continueToPayment(shopper)
  await shopper.waitForURL('**/cart?changed=1')
  await shopper.getByRole('button', { name: 'Accept changes and check out' }).click()
  await shopper.waitForURL('**/checkout')
  await expect(shopper.getByLabel(STREET)).toHaveValue('14 Harbour Street')
  await expect(shopper.getByLabel('Email')).toHaveValue('ana@example.com')
  await continueToPayment(shopper)
  await shopper.waitForURL(/\/checkout\/[\da-f]{24}$/)
})

const BLOCKED = {
  'the script of the card form': '**/stripe.js',
  'the frame of the card form': '**/elements/card-form*',
}

for (const [what, address] of Object.entries(BLOCKED))
  test(`${what} is blocked: the page says so, Pay stays off, and trying again helps`, async ({
    browser,
  }) => {
    const page = await newFailingPage(browser)
    const { id } = await newProduct()
    await fillCart(page, [{ id }])
    await page.route(address, (route) => route.abort())
    await goToPayment(page)
    await expect(page.getByRole('alert')).toContainText('The card form didn’t load')
    await expect(page.locator('button[aria-disabled=false]', { hasText: 'Pay $' })).toHaveCount(0)
    await page.unroute(address)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(payButton(page)).toHaveAttribute('aria-disabled', 'false')
    await expect(page.getByRole('alert')).toHaveCount(0)
    await page.context().close()
  })

test("times are in the visitor's time zone, and in UTC without script", async ({ browser }) => {
  const zone = 'America/Los_Angeles'
  const context = await browser.newContext({ timezoneId: zone })
  const page = await context.newPage()
  const { id } = await newProduct()
  await fillCart(page, [{ id }])
  await page.goto(`/orders/${await goToPayment(page)}`)
  const time = page.getByText(/^Order \S+, placed/).locator('time')
  const at = new Date((await time.getAttribute('datetime')) ?? '')
  await expect(time).toContainText(clock(at, zone))
  await expect(time).not.toContainText('UTC')
  const plain = await browser.newContext({
    timezoneId: zone,
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  })
  const unhydrated = await plain.newPage()
  await unhydrated.goto(page.url())
  await expect(unhydrated.getByText(/^Order \S+, placed/)).toContainText(`${clock(at, 'UTC')} UTC`)
  await context.close()
  await plain.close()
})

/** What a clock shows: 9:42 AM. */
function clock(at: Date, timeZone: string): string {
  return at
    .toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', timeZone })
    .replaceAll('\u202f', ' ')
}

test('a printed receipt names the shop and the seller', async ({ shopper }) => {
  const { id } = await newProduct()
  await fillCart(shopper, [{ id }])
  const orderId = await goToPayment(shopper)
  const body = { orderId, token: 'tok_visa' }
  await asShopper(shopper, (visitor) => visitor.post('/api/payments', body))
  await shopper.goto(`/orders/${orderId}`)
  await isComplete(shopper)
  await expect(shopper.getByText('Corner, receipt')).toBeHidden()
  await shopper.emulateMedia({ media: 'print' })
  await expect(shopper.getByText('Corner, receipt')).toBeVisible()
  await expect(shopper.getByText(/^Sold by /)).toBeVisible()
})

test('after sign-out nothing of the page says who it was', async ({ shopper }) => {
  const { email } = await signUp(shopper)
  await shopper.goto('/account')
  expect(await shopper.content()).toContain(email)
  await shopper.getByRole('button', { name: 'Sign out', exact: true }).click()
  await shopper.waitForURL((url) => url.pathname === '/')
  await expect(shopper.getByRole('link', { name: 'Sign in' })).toBeVisible()
  expect(await shopper.content()).not.toContain(email)
  await shopper.goBack()
  await expect(shopper.getByText('You’re not signed in.')).toBeVisible()
  expect(await shopper.content()).not.toContain(email)
})

test('the focus follows what a question about an order replaces', async ({ shopper }) => {
  const { id } = await newProduct()
  await fillCart(shopper, [{ id }])
  await shopper.goto(`/orders/${await goToPayment(shopper)}`)
  await shopper.waitForLoadState('networkidle')
  await shopper.getByRole('link', { name: 'Cancel order' }).press('Enter')
  await expect(shopper.getByRole('link', { name: 'Keep order' })).toBeFocused()
  await shopper.getByRole('button', { name: 'Cancel order' }).press('Enter')
  await expect(shopper.getByText('You canceled it.').first()).toBeVisible()
  await expect(shopper.locator('#main')).toBeFocused()
})
