import { newId } from '@shop/shared/testing'
import { newProduct } from '../../fixtures/browser/products.ts'
import { fillCart, signUp } from '../../fixtures/browser/session.ts'
import { enter, isSignedIn, newcomer } from '../../fixtures/browser/sign-in.ts'
import { expect, test } from '../../fixtures/browser/test.ts'
import { callShop } from '../../fixtures/visitor.ts'

test('visitors are redirected to sign-in and back to the page', async () => {
  for (const path of ['/orders', '/sell/products?status=live']) {
    const { headers } = await callShop(path)
    const query = new URLSearchParams({ next: path })
    expect(headers.get('location')).toBe(`/auth/signin?${query}`)
  }
})

test('an order of somebody else and an unknown one ask for the code of the email, and offer to sign in', async ({
  shopper,
}) => {
  const path = `/orders/${newId()}`
  await shopper.goto(path)
  await expect(shopper.getByRole('heading', { level: 1 })).toHaveText('Open your order')
  await shopper.getByLabel('Code from your email').fill('wrong')
  await shopper.getByRole('button', { name: 'Open order' }).click()
  await expect(shopper.getByText('This code doesn’t open this order.')).toBeVisible()
  await shopper.getByRole('main').getByRole('link', { name: 'sign in' }).click()
  await shopper.waitForURL(`**/auth/signin?next=${path}`)
})

test('a guest can check out without signing in', async ({ shopper }) => {
  await fillCart(shopper, [await newProduct()])
  await shopper.goto('/auth/signin?next=/checkout')
  await shopper.getByRole('link', { name: 'Check out as a guest' }).click()
  await expect(shopper).toHaveURL('/checkout')
  await shopper.goto('/auth/signin')
  await expect(shopper.getByRole('link', { name: 'Check out as a guest' })).toBeHidden()
})

test('signing out needs a form; the URL alone does nothing', async ({ shopper }) => {
  await signUp(shopper)
  await shopper.goto('/auth/signout')
  await expect(shopper).toHaveURL('/')
  await isSignedIn(shopper)
  await shopper.goto('/account')
  await shopper.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(shopper).toHaveURL('/')
  await expect(shopper.getByRole('link', { name: 'Sign in' })).toBeVisible()
})

test('a form is restored after its session was lost', async ({ shopper }) => {
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

test('a seller’s product form is restored after the session was lost', async ({ shopper }) => {
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

  test('visitors can sign up, sign out and sign in', async ({ shopper }) => {
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
