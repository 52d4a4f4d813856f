import type { Page } from 'playwright/test'
import { signUp } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'
import { callShop } from '../../fixtures/visitor.ts'

const NEXT = 'a kettle on the stove'

async function changePassword(page: Page, current: string, next: string): Promise<void> {
  await page.goto('/account')
  await page.getByLabel('Current password', { exact: true }).fill(current)
  await page.getByLabel('New password', { exact: true }).fill(next)
  await page.getByRole('button', { name: 'Change password' }).click()
}

async function isSignedOut(page: Page): Promise<void> {
  await page.goto('/account')
  await expect(page.getByText('You’re not signed in.')).toBeVisible()
}

test('a saved name is shown in the header', async ({ shopper }) => {
  await signUp(shopper)
  await shopper.goto('/account')
  await shopper.getByLabel('Name', { exact: true }).fill('   ')
  await shopper.getByRole('button', { name: 'Save name' }).click()
  await expect(shopper.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(
    /Error: Enter a name/,
  )
  await shopper.getByLabel('Name', { exact: true }).fill('Ana Moreno')
  await shopper.getByRole('button', { name: 'Save name' }).click()
  await expect(shopper.getByText('Your name was saved.')).toBeVisible()
  await expect(shopper.getByRole('link', { name: 'Ana Moreno' })).toBeVisible()
})

test('a new password signs every other browser out', async ({ newShopper }) => {
  const [here, there] = [await newShopper(), await newShopper()]
  const { email, password } = await signUp(here)
  await there.goto('/auth/signin')
  await there.getByLabel('Email').fill(email)
  await there.getByLabel('Password', { exact: true }).fill(password)
  await there.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(there.getByRole('link', { name: 'Account', exact: true })).toBeVisible()

  await changePassword(here, 'not my password', NEXT)
  await expect(here.getByLabel('Current password', { exact: true })).toHaveAccessibleDescription(
    'Error: This isn’t your password',
  )
  await expect(here.getByLabel('New password', { exact: true })).toHaveValue('')
  // A wrong password delays the next attempt by a second.
  await expect(async () => {
    // The next attempt must wait for this response.
    const pending = here.waitForResponse((response) => response.request().method() === 'POST')
    await changePassword(here, password, NEXT)
    await pending
    await expect(here.getByText('Your password was changed.')).toBeVisible({ timeout: 2000 })
  }).toPass()
  await expect(here.getByLabel('Current password', { exact: true })).toHaveValue('')
  await expect(async () => isSignedOut(there)).toPass()
  await here.goto('/account')
  await expect(here.getByText(`Signed in as ${email}`)).toBeVisible()
})

test('signing out everywhere asks first, and leaves this browser in', async ({ newShopper }) => {
  const [here, there] = [await newShopper(), await newShopper()]
  const { email } = await signUp(here)
  await there.context().addCookies(await here.context().cookies())
  await there.goto('/account')
  await expect(there.getByText(`Signed in as ${email}`)).toBeVisible()
  await here.goto('/account')
  await here.getByRole('link', { name: 'Sign out everywhere' }).click()
  await here.getByRole('link', { name: 'Not now' }).click()
  await here.getByRole('link', { name: 'Sign out everywhere' }).click()
  await here.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(here.getByText('All other devices were signed out.')).toBeVisible()
  await expect(async () => isSignedOut(there)).toPass()
  await here.goto('/account')
  await expect(here.getByText(`Signed in as ${email}`)).toBeVisible()
})

test('a signed-out visitor sees the theme and a link to sign in', async ({ shopper }) => {
  await shopper.goto('/account')
  await expect(shopper.getByRole('button', { name: 'Dark' })).toBeVisible()
  await expect(shopper.getByLabel('Current password')).toBeHidden()
  await shopper.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await expect(shopper).toHaveURL('/auth/signin?next=/account')
})

test('the server renders the chosen theme', async ({ shopper }) => {
  await shopper.goto('/account')
  await shopper.getByRole('button', { name: 'Dark' }).click()
  await expect(shopper.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(shopper.getByRole('button', { name: 'Dark' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  const page = await shopper.goto('/')
  expect(await page?.text()).toContain('<html lang="en" data-theme="dark">')
  await shopper.goto('/account')
  await shopper.getByRole('button', { name: 'Same as device' }).click()
  await expect(shopper.locator('html')).not.toHaveAttribute('data-theme')
  expect((await shopper.context().cookies()).map(({ name }) => name)).not.toContain('theme')
})

test('an unknown theme changes nothing', async () => {
  const { body } = await callShop('/', { headers: { cookie: 'theme=%22onload' } })
  expect(body).toContain('<html lang="en">')
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('theme, name and password can be changed', async ({ shopper }) => {
    const { password } = await signUp(shopper)
    await shopper.goto('/account')
    await shopper.getByRole('button', { name: 'Light' }).click()
    await expect(shopper.locator('html')).toHaveAttribute('data-theme', 'light')
    await shopper.getByLabel('Name', { exact: true }).fill('Ana Moreno')
    await shopper.getByRole('button', { name: 'Save name' }).click()
    await expect(shopper.getByText('Your name was saved.')).toBeVisible()
    await changePassword(shopper, password, NEXT)
    await expect(shopper.getByText('Your password was changed.')).toBeVisible()
    await shopper.getByRole('link', { name: 'Sign out everywhere' }).click()
    await shopper.getByRole('button', { name: 'Sign out everywhere else' }).click()
    await expect(
      shopper.getByText('All other devices were signed out.', { exact: true }),
    ).toBeVisible()
  })
})
