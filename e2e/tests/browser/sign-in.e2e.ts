import { newId, readStack } from '@shop/shared/testing'
import type { Page } from 'playwright/test'
import { newProduct } from '../../fixtures/browser/products.ts'
import { fillCart, signUp, type Account } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'
import { callShop } from '../../fixtures/visitor.ts'

async function enter(page: Page, { email, password }: Pick<Account, 'email' | 'password'>) {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page
    .getByRole('main')
    .getByRole('button', { name: /^(Sign in|Create an account)$/ })
    .click()
}

const newcomer = () => ({ email: `${newId()}@example.com`, password: 'a teapot on the hill' })

async function isSignedIn(page: Page): Promise<void> {
  await expect(page.getByRole('link', { name: 'Account', exact: true })).toBeVisible()
}

test('an account is made on the page, and the cart of before is in it', async ({ shopper }) => {
  const product = await newProduct()
  await shopper.goto(product.path)
  await shopper.getByRole('button', { name: 'Add to cart' }).click()
  await expect(shopper.getByText('Added to your cart.')).toBeVisible()
  await shopper.goto('/auth/signup?next=/cart')
  await expect(shopper.getByText('The item in your cart comes with you.')).toBeVisible()
  await enter(shopper, newcomer())
  await expect(shopper).toHaveURL('/cart')
  await expect(shopper.getByRole('link', { name: product.title })).toBeVisible()
  await isSignedIn(shopper)
})

test('signing in brings a guest’s cart along and leads back to where one was', async ({
  newShopper,
}) => {
  const account = await signUp(await newShopper())
  const product = await newProduct()
  const guest = await newShopper()
  await fillCart(guest, [{ id: product.id, quantity: 2 }])
  await guest.goto(`${product.path}?from=here`)
  await guest.getByRole('link', { name: 'Sign in' }).click()
  await expect(guest.getByText('The 2 items in your cart come with you.')).toBeVisible()
  await enter(guest, account)
  await expect(guest).toHaveURL(`${product.path}?from=here`)
  await isSignedIn(guest)
  await expect(guest.getByRole('link', { name: /^Cart.*2 items$/ })).toBeVisible()
})

test('a wrong pair is told in one way, and the email is kept', async ({ newShopper }) => {
  const account = await signUp(await newShopper())
  const page = await newShopper()
  for (const email of [account.email, `nobody-${newId()}@example.com`]) {
    await page.goto('/auth/signin')
    await enter(page, { email, password: 'not my password' })
    await expect(page.getByRole('alert')).toHaveText('There is a problemWrong email or password.')
    await expect(page.getByRole('alert')).toBeFocused()
    await expect(page.getByLabel('Email')).toHaveValue(email)
  }
})

test('who tries too often is told how long to wait', async ({ newShopper }) => {
  const { email } = await signUp(await newShopper())
  const page = await newShopper()
  await page.goto('/auth/signin')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('not my password')
  const tryOnce = () =>
    page.evaluate(
      async (json) => {
        const headers = { 'content-type': 'application/json' }
        const response = await fetch('/api/users/signin', { method: 'POST', body: json, headers })
        return response.headers.get('retry-after')
      },
      JSON.stringify({ email, password: 'wrong' }),
    )
  const atLeast = { timeout: 20_000, intervals: [200] }
  await expect.poll(async () => Number(await tryOnce()), atLeast).toBeGreaterThan(3)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText(
    /Too many attempts\. Try again in \d+ seconds?\./,
  )
})

test('what cannot be an account is said at the fields', async ({ shopper }) => {
  await shopper.goto('/auth/signup')
  await enter(shopper, { email: 'ana.example.com', password: 'password1' })
  await expect(shopper.getByLabel('Email')).toHaveAccessibleDescription(
    'Error: Enter an email address like name@example.com',
  )
  await expect(shopper.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
    /Error: This password is easy to guess/,
  )
  await shopper.getByRole('link', { name: 'Enter an email address like' }).click()
  await expect(shopper.getByLabel('Email')).toBeFocused()
})

test('an email that has an account leads to signing in', async ({ newShopper }) => {
  const { email } = await signUp(await newShopper())
  const page = await newShopper()
  await page.goto('/auth/signup')
  await enter(page, { email, password: 'a teapot on the hill' })
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription(
    'Error: There’s already an account with this email. Sign in instead.',
  )
})

test('nobody is led away from the shop', async () => {
  for (const next of [
    '//evil.example',
    String.raw`/\evil.example`,
    '/.//evil.example',
    '/\t/evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
  ]) {
    const { url } = await readStack()
    const { status, headers } = await callShop(`/auth/signup?${new URLSearchParams({ next })}`, {
      method: 'POST',
      body: new URLSearchParams(newcomer()),
      headers: { origin: url },
    })
    expect({ next, status, to: headers.get('location') }).toEqual({ next, status: 303, to: '/' })
  }
})

test('a stranger is led to sign in, and back to what was asked for', async () => {
  for (const path of ['/orders', `/orders/${newId()}`, '/sell/products?status=live']) {
    const { headers } = await callShop(path)
    const query = new URLSearchParams({ next: path })
    expect(headers.get('location')).toBe(`/auth/signin?${query}`)
  }
})

test('a guest on the way to pay need not sign in', async ({ shopper }) => {
  await fillCart(shopper, [await newProduct()])
  await shopper.goto('/auth/signin?next=/checkout')
  await shopper.getByRole('link', { name: 'Check out as a guest' }).click()
  await expect(shopper).toHaveURL('/checkout')
  await shopper.goto('/auth/signin')
  await expect(shopper.getByRole('link', { name: 'Check out as a guest' })).toBeHidden()
})

test('signing out is a form; the address alone does nothing', async ({ shopper }) => {
  await signUp(shopper)
  await shopper.goto('/auth/signout')
  await expect(shopper).toHaveURL('/')
  await isSignedIn(shopper)
  await shopper.goto('/account')
  await shopper.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(shopper).toHaveURL('/')
  await expect(shopper.getByRole('link', { name: 'Sign in' })).toBeVisible()
})

test('a form that meets a lost session is kept until its sender is back', async ({ shopper }) => {
  const account = await signUp(shopper)
  await shopper.goto('/account')
  await shopper.getByLabel('Name', { exact: true }).fill('Ana Moreno')
  await shopper.context().clearCookies({ name: 'session' })
  await shopper.getByRole('button', { name: 'Save name' }).click()
  await expect(shopper.getByText('You were signed out. Sign in to continue.')).toBeVisible()
  await enter(shopper, account)
  await expect(shopper).toHaveURL('/account')
  await expect(shopper.getByLabel('Name', { exact: true })).toHaveValue('Ana Moreno')
  await shopper.getByRole('button', { name: 'Save name' }).click()
  await expect(shopper.getByText('Your name was saved.')).toBeVisible()
})

test('so is a product that a seller has written', async ({ shopper }) => {
  const account = await signUp(shopper)
  await shopper.goto('/sell/products/new')
  const typed = {
    Name: 'Teapot',
    'Description (optional)': 'Holds four cups.',
    'Price in US dollars': '42,50',
  }
  for (const [label, text] of Object.entries(typed))
    await shopper.getByLabel(label, { exact: true }).fill(text)
  await shopper.getByLabel('Category').selectOption('kitchen')
  await shopper.getByLabel('In stock').fill('14')
  await shopper.context().clearCookies({ name: 'session' })
  await shopper.getByRole('button', { name: 'Add product' }).click()
  await enter(shopper, account)
  await expect(shopper).toHaveURL('/sell/products/new')
  for (const [label, text] of Object.entries(typed))
    await expect(shopper.getByLabel(label, { exact: true })).toHaveValue(text)
  await expect(shopper.getByLabel('Category')).toHaveValue('kitchen')
  await shopper.getByRole('button', { name: 'Add product' }).click()
  await expect(shopper).toHaveURL(/\/sell\/products\/[\da-f]{24}/)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('people come in and go', async ({ shopper }) => {
    const account = newcomer()
    await shopper.goto('/auth/signup?next=/account')
    await enter(shopper, { ...account, password: '12345678' })
    await expect(shopper.getByLabel('Email')).toHaveValue(account.email)
    await expect(shopper.getByLabel('Password', { exact: true })).toHaveValue('')
    await enter(shopper, account)
    await expect(shopper).toHaveURL('/account')
    await shopper.getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect(shopper).toHaveURL('/')
    await shopper.goto('/orders')
    await enter(shopper, account)
    await expect(shopper).toHaveURL('/orders')
  })
})
