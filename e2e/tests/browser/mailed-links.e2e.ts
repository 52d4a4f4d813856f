import { newId } from '@shop/shared/testing'
import type { Page } from 'playwright/test'
import { mailedLink } from '../../fixtures/browser/mailed-link.ts'
import { signUp } from '../../fixtures/browser/session.ts'
import { enter, isSignedIn } from '../../fixtures/browser/sign-in.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

const NEXT = 'a kettle on the stove'
const DEAD = 'This link has expired or is no longer valid'
const code = (page: Page) => page.getByLabel('Code from your email')

async function forget(page: Page, email: string): Promise<void> {
  await page.goto('/auth/signin')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(page).toHaveURL('/auth/forgot')
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Email me a link' }).click()
  await expect(page.getByText('is on its way. It works for one hour.')).toBeVisible()
}

async function setPassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('New password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Set password' }).click()
}

test('a forgotten password is replaced by the mailed link, once, which signs every other browser out', async ({
  newShopper,
}) => {
  const [there, here] = [await newShopper(), await newShopper()]
  const { email } = await signUp(there)
  await forget(here, email)
  const link = await mailedLink(email, '/auth/reset')
  await here.goto(link)
  await expect(here).toHaveURL('/auth/reset')
  await expect(code(here)).toBeHidden()
  await setPassword(here, 'password')
  await expect(here.getByRole('alert')).toContainText('This password is easy to guess.')
  await setPassword(here, NEXT)
  await expect(here.getByText('Your password was changed.')).toBeVisible()
  await isSignedIn(here)
  await expect(async () => {
    await there.goto('/account')
    await expect(there.getByText('You’re not signed in.')).toBeVisible()
  }).toPass()
  await there.goto('/auth/signin?next=/account')
  await enter(there, { email, password: NEXT })
  await expect(there.getByText(`${email} is verified.`)).toBeVisible()

  await here.goto(link)
  await setPassword(here, 'another kettle')
  await expect(here.getByRole('alert')).toContainText(DEAD)
  await expect(code(here)).toBeVisible()
})

test('an address without an account gets the same words', async ({ shopper }) => {
  await forget(shopper, `nobody-${newId()}@example.com`)
})

test('the mailed link verifies the address, also in a browser without a session', async ({
  newShopper,
}) => {
  const [here, there] = [await newShopper(), await newShopper()]
  const { email } = await signUp(here)
  await here.goto('/account')
  await expect(here.getByText(`${email} isn’t verified yet.`)).toBeVisible()
  await there.goto(await mailedLink(email, '/auth/verify'))
  await expect(there.getByText('Your email address is verified.')).toBeVisible()
  await expect(there).toHaveURL('/auth/verify?done=1')
  await expect(async () => {
    await here.goto('/account')
    await expect(here.getByText(`${email} is verified.`)).toBeVisible()
  }).toPass()
})

test('a new link replaces the first, which is refused in words', async ({ shopper }) => {
  const { email } = await signUp(shopper)
  const first = await mailedLink(email, '/auth/verify')
  await shopper.goto('/account')
  await shopper.getByRole('button', { name: 'Send the link again' }).click()
  await expect(shopper.getByText(`A new link is on its way to ${email}.`)).toBeVisible()
  const second = await mailedLink(email, '/auth/verify', 2)
  await shopper.goto(first)
  await expect(shopper.getByRole('alert')).toContainText(DEAD)
  await shopper.goto('/account')
  await shopper.goto(second)
  await shopper.getByRole('link', { name: 'your account' }).click()
  await expect(shopper.getByText(`${email} is verified.`)).toBeVisible()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the codes of the emails are typed', async ({ shopper }) => {
    const { email } = await signUp(shopper)
    await shopper.goto('/auth/verify')
    await shopper.getByRole('button', { name: 'Verify email' }).click()
    await expect(shopper.getByRole('alert')).toContainText('Enter the code from the email')
    const [, verification = ''] = (await mailedLink(email, '/auth/verify')).split('#')
    await code(shopper).fill(verification)
    await shopper.getByRole('button', { name: 'Verify email' }).click()
    await expect(shopper.getByText('Your email address is verified.')).toBeVisible()

    await shopper.context().clearCookies()
    await forget(shopper, email)
    const [, reset = ''] = (await mailedLink(email, '/auth/reset')).split('#')
    await shopper.goto('/auth/reset')
    await code(shopper).fill(reset)
    await setPassword(shopper, 'short')
    await expect(shopper.getByRole('alert')).toContainText('Use at least 8 characters.')
    await expect(code(shopper)).toHaveValue(reset)
    await setPassword(shopper, NEXT)
    await expect(shopper.getByText('Your password was changed.')).toBeVisible()
  })
})
