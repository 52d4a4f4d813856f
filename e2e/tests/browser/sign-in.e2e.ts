import { newId, readStack } from '@shop/shared/testing'
import { newProduct } from '../../fixtures/browser/products.ts'
import { fillCart, signUp } from '../../fixtures/browser/session.ts'
import { enter, isSignedIn, newcomer } from '../../fixtures/browser/sign-in.ts'
import { expect, test } from '../../fixtures/browser/test.ts'
import { callShop } from '../../fixtures/visitor.ts'

test('signing up keeps the guest’s cart', async ({ shopper }) => {
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

test('signing in merges the guest’s cart and returns to the previous page', async ({
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

test('wrong credentials show one message and keep the email', async ({ newShopper }) => {
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

test('too many attempts show how long to wait', async ({ newShopper }) => {
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

test('an invalid sign-up shows errors at its fields', async ({ shopper }) => {
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

test('signing up with a known email offers to sign in', async ({ newShopper }) => {
  const { email } = await signUp(await newShopper())
  const page = await newShopper()
  await page.goto('/auth/signup')
  await enter(page, { email, password: 'a teapot on the hill' })
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription(
    'Error: There’s already an account with this email. Sign in instead.',
  )
})

test('redirects never leave the shop', async () => {
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
