import type { Page } from 'playwright/test'
import {
  goToPayment,
  enterCard,
  GOOD_CARD,
  isComplete,
  payButton,
} from '../../fixtures/browser/checkout.ts'
import { LOST, lose, newFailingPage, type Loss } from '../../fixtures/browser/failures.ts'
import { newProduct } from '../../fixtures/browser/products.ts'
import { asShopper, fillCart, signUp } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

/** A form that is sent while the shop is lost, and what it does once the shop is back. */
interface Case {
  /** Opens the page and fills the form in. */
  open: (page: Page) => Promise<void>
  send: (page: Page) => Promise<void>
  /** What must still be there. */
  kept: (page: Page) => Promise<void>
  done: (page: Page) => Promise<void>
}

const press = (name: string | RegExp) => (page: Page) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()

const CASES: Record<string, Case> = {
  'the add button of a list': {
    open: async (page) => {
      const { title } = await newProduct()
      await page.goto(`/?q=${encodeURIComponent(title)}`)
    },
    send: press(/^Add Teapot/),
    kept: async (page) => expect(page.getByRole('heading', { level: 1 })).toContainText('1 result'),
    done: async (page) => expect(page.getByRole('link', { name: /Cart.*1 item/ })).toBeVisible(),
  },
  'the form of a product': {
    open: async (page) => {
      await page.goto((await newProduct()).path)
      await page.getByLabel('Quantity', { exact: true }).fill('3')
    },
    send: press('Add to cart'),
    kept: async (page) => expect(page.getByLabel('Quantity', { exact: true })).toHaveValue('3'),
    done: async (page) => expect(page.getByText('Added to your cart.')).toBeVisible(),
  },
  'a line of the cart': {
    open: async (page) => {
      const { id } = await newProduct()
      await fillCart(page, [{ id }])
      await page.goto('/cart')
    },
    send: press(/^One more of /),
    kept: async (page) => expect(page.getByLabel('Quantity', { exact: true })).toHaveValue('1'),
    done: async (page) => {
      await expect(page.getByText('2 items').first()).toBeAttached()
      await expect(page.getByRole('alert')).toHaveCount(0)
    },
  },
  'the address form': {
    open: async (page) => {
      await fillCart(page, [await newProduct()])
      await page.goto('/checkout')
      await page.getByLabel('Email').fill('ana@example.com')
      for (const label of ['Name', 'Street address', 'City'])
        await page.getByLabel(label, { exact: true }).fill(`My ${label}`)
      await page.getByLabel('ZIP or postal code').fill('04101')
    },
    send: press('Continue to payment'),
    kept: async (page) =>
      expect(page.getByLabel('Street address')).toHaveValue('My Street address'),
    done: (page) => page.waitForURL(/\/checkout\/[\da-f]{24}$/),
  },
  'the form that signs in': {
    open: async (page) => {
      const { email, password } = await signUp(page)
      await page.context().clearCookies()
      await page.goto('/auth/signin')
      await page.getByLabel('Email').fill(email)
      await page.getByLabel('Password', { exact: true }).fill(password)
    },
    send: press('Sign in'),
    kept: async (page) =>
      expect(page.getByLabel('Password', { exact: true })).toHaveValue(/^pass-/),
    done: (page) => page.waitForURL((url) => url.pathname === '/'),
  },
  'the name on the account page': {
    open: async (page) => {
      await signUp(page)
      await page.goto('/account')
      await page.getByLabel('Name', { exact: true }).fill('Ana')
    },
    send: press('Save name'),
    kept: async (page) => expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ana'),
    done: async (page) => expect(page.getByText('Your name was saved.')).toBeVisible(),
  },
  'the password on the account page': {
    open: async (page) => {
      const { password } = await signUp(page)
      await page.goto('/account')
      await page.getByLabel('Current password', { exact: true }).fill(password)
      await page.getByLabel('New password', { exact: true }).fill('another long password')
    },
    send: press('Change password'),
    kept: async (page) =>
      expect(page.getByLabel('New password', { exact: true })).toHaveValue('another long password'),
    done: async (page) => expect(page.getByText('Your password was changed.')).toBeVisible(),
  },
  'signing out': {
    open: async (page) => {
      await signUp(page)
      await page.goto('/account')
    },
    send: press('Sign out'),
    kept: async (page) => expect(page.getByText('Signed in as')).toBeVisible(),
    done: (page) => page.waitForURL((url) => url.pathname === '/'),
  },
  'cancelling an order': {
    open: async (page) => {
      await fillCart(page, [await newProduct()])
      await page.goto(`/orders/${await goToPayment(page)}?cancel=1`)
    },
    send: press('Cancel order'),
    kept: async (page) => expect(page.getByText('Cancel this order?')).toBeVisible(),
    done: async (page) => expect(page.getByText('You canceled it.').first()).toBeVisible(),
  },
  'a new product': {
    open: async (page) => {
      await signUp(page)
      await page.goto('/sell/products/new')
      await page.getByLabel('Name', { exact: true }).fill('Lamp')
      await page.getByLabel('Category').selectOption('home')
      await page.getByLabel('Price in US dollars').fill('12')
      await page.getByLabel('In stock').fill('3')
    },
    send: press('Add product'),
    kept: async (page) => expect(page.getByLabel('Price in US dollars')).toHaveValue('12'),
    done: (page) => page.waitForURL(/created=1/),
  },
  'an edited product': {
    open: async (page) => {
      await page.goto(`/sell/products/${await ownProduct(page)}`)
      await page.getByLabel('Name', { exact: true }).fill('Brass lamp')
    },
    send: press('Save changes'),
    kept: async (page) =>
      expect(page.getByLabel('Name', { exact: true })).toHaveValue('Brass lamp'),
    done: async (page) => expect(page.getByText('Saved.', { exact: true })).toBeVisible(),
  },
  'a change of stock': {
    open: async (page) => {
      await page.goto(`/sell/products/${await ownProduct(page)}/stock`)
      await page.getByLabel('Change by').fill('5')
      await page.getByLabel('Reason').selectOption({ index: 1 })
    },
    send: press('Change stock'),
    kept: async (page) => expect(page.getByLabel('Change by')).toHaveValue('5'),
    done: (page) => page.waitForURL(/by=5/),
  },
  'archiving from the list': {
    open: async (page) => {
      await ownProduct(page)
      await page.goto('/sell/products')
      await page.getByRole('link', { name: 'Archive Lamp' }).click()
    },
    send: press('Archive product'),
    kept: async (page) => expect(page.getByRole('dialog')).toBeVisible(),
    done: (page) => page.waitForURL(/archived=/),
  },
}

async function ownProduct(page: Page): Promise<string> {
  await signUp(page)
  const product = { title: 'Lamp', price: 20, quantity: 4, category: 'home' }
  const { body } = await asShopper(page, (seller) => seller.post('/api/products', product))
  return body.id as string
}

const LOSSES: Loss[] = ['offline', 'unreachable', 'unavailable']

for (const [name, { open, send, kept, done }] of Object.entries(CASES))
  test(`${name} keeps its page while the shop is lost, and works once it is back`, async ({
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

test('a payment that does not reach the shop is made by pressing again', async ({ browser }) => {
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

test('without a connection, links and searches leave the page and what was typed on it', async ({
  browser,
}) => {
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

test('a page that did not load is loaded by Try again', async ({ browser }) => {
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
