import type { Page } from 'playwright/test'
import {
  continueToPayment,
  typeAddress,
  fillAddressBeforePriceChange,
} from '../../fixtures/browser/checkout.ts'
import { newProduct } from '../../fixtures/browser/products.ts'
import { fillCart, signUp, type Account } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

const STREET = 'Street address'

async function signIn(page: Page, { email, password }: Account): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Signs up and fills in the address form; then the session ends. */
async function signedOutAtTheForm(page: Page): Promise<Account> {
  const account = await signUp(page)
  const { id } = await newProduct()
  await fillCart(page, [{ id }])
  await page.goto('/checkout')
  await typeAddress(page)
  await page.context().clearCookies()
  return account
}

test('a session that ends at the address form leads to sign-in and back with what was typed', async ({
  shopper,
}) => {
  const account = await signedOutAtTheForm(shopper)
  await continueToPayment(shopper)
  await expect(shopper.getByText('You were signed out.')).toBeVisible()
  await signIn(shopper, account)
  await shopper.waitForURL('**/checkout')
  await expect(shopper.getByLabel(STREET)).toHaveValue('14 Harbour Street')
})

test('typed data is restored after sign-in although a guest session was started', async ({
  shopper,
}) => {
  const account = await signedOutAtTheForm(shopper)
  const { id } = await newProduct()
  await fillCart(shopper, [{ id }])
  await continueToPayment(shopper)
  await expect(shopper.getByText('You were signed out.')).toBeVisible()
  await signIn(shopper, account)
  await shopper.waitForURL('**/checkout')
  await expect(shopper.getByLabel(STREET)).toHaveValue('14 Harbour Street')
})

test('typed data is not restored for another user', async ({ shopper, newShopper }) => {
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

test('a typed address is kept after accepting a changed price', async ({ shopper }) => {
  await fillAddressBeforePriceChange(shopper)
  await continueToPayment(shopper)
  await shopper.waitForURL('**/cart?changed=1')
  await shopper.getByRole('button', { name: 'Accept changes and check out' }).click()
  await shopper.waitForURL('**/checkout')
  await expect(shopper.getByLabel(STREET)).toHaveValue('14 Harbour Street')
  await expect(shopper.getByLabel('Email')).toHaveValue('ana@example.com')
  await continueToPayment(shopper)
  await shopper.waitForURL(/\/checkout\/[\da-f]{24}$/)
})
