import { goToPayment, isComplete, payButton } from '../../fixtures/browser/checkout.ts'
import { newFailingPage } from '../../fixtures/browser/failures.ts'
import { newProduct } from '../../fixtures/browser/products.ts'
import { asShopper, fillCart, signUp } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

const BLOCKED = {
  'the script of the card form': '**/stripe.js',
  'the frame of the card form': '**/elements/card-form*',
}

for (const [what, address] of Object.entries(BLOCKED))
  test(`${what} is blocked: the page shows an error, Pay is disabled, and a retry works`, async ({
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

/** The time of day, such as 9:42 AM. */
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

test('after sign-out the page shows nothing of the user', async ({ shopper }) => {
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

test('the focus moves with the confirmation of a cancellation', async ({ shopper }) => {
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
