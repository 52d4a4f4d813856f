import type { Page } from 'playwright/test'
import { newDeadLetter } from '../../fixtures/browser/dead-letter.ts'
import { withPaidOrder } from '../../fixtures/browser/prepared.ts'
import { enterAsStaff, signUp } from '../../fixtures/browser/session.ts'
import { enter } from '../../fixtures/browser/sign-in.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

async function find(page: Page, path: string, q: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('searchbox').fill(q)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(q)}`))
}

async function act(page: Page, name: 'Block' | 'Unblock', reason: string): Promise<void> {
  await page.getByText(`${name} this person`).click()
  await page.getByLabel(/^Reason to/).fill(reason)
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
}

test('a blocked person is signed out in their browser and cannot sign in until unblocked', async ({
  newShopper,
}) => {
  const [person, staff] = [await newShopper(), await newShopper()]
  const account = await signUp(person)
  await enterAsStaff(staff)
  await find(staff, '/staff/people', account.email)
  await act(staff, 'Block', '')
  await expect(staff.getByRole('alert')).toContainText('Give a reason')
  await staff.getByLabel(/^Reason to/).fill('Sells copies')
  await staff.getByRole('button', { name: /^Block/ }).click()
  await expect(staff.getByText('Blocked. They are signed out everywhere')).toBeVisible()
  await expect(staff.getByText('Sells copies')).toBeVisible()
  await expect(async () => {
    await person.goto('/account')
    await expect(person.getByText('You’re not signed in.')).toBeVisible()
  }).toPass()
  await person.goto('/auth/signin?next=/account')
  await enter(person, account)
  await expect(person.getByRole('alert')).toContainText('This account is blocked.')

  await act(staff, 'Unblock', 'A mistake')
  await expect(staff.getByText('A mistake')).toBeVisible()
  // What began within two seconds of the block stays ended.
  await expect(async () => {
    await person.goto('/auth/signin?next=/account')
    await enter(person, account)
    await expect(person.getByText(`Signed in as ${account.email}`)).toBeVisible({ timeout: 2000 })
  }).toPass()
})

test('staff find the messages of an order and send one again', async ({ newShopper }) => {
  const [buyer, staff] = [await newShopper(), await newShopper()]
  const orderId = await withPaidOrder(buyer)
  await enterAsStaff(staff)
  const again = staff.getByRole('button', { name: /^Send again.*Receipt/ })
  await expect(async () => {
    await find(staff, '/staff/messages', orderId)
    await expect(again).toHaveCount(1, { timeout: 1000 })
  }).toPass()
  await again.click()
  await expect(staff.getByText('Queued again.')).toBeVisible()
  await expect(staff.getByText(/^Receipt .*, sent again$/)).toBeVisible()
})

test('a dead letter is replayed, fails again, and is deleted after a question', async ({
  shopper: staff,
}) => {
  const subject = await newDeadLetter()
  await enterAsStaff(staff)
  await staff.goto('/staff')
  await staff.getByRole('link', { name: /^Review.*dead letter/ }).click()
  const letter = staff.getByRole('listitem').filter({ hasText: subject })
  await letter.getByRole('button', { name: /^Replay/ }).click()
  await expect(staff.getByRole('alert')).toContainText('It failed again')
  await letter.getByRole('link', { name: /^Delete/ }).click()
  await letter.getByRole('button', { name: /^Delete/ }).click()
  await expect(staff.getByText('Deleted.')).toBeVisible()
  await expect(letter).toBeHidden()
})

test('nobody else finds the staff pages', async ({ shopper }) => {
  await signUp(shopper)
  for (const path of [
    '',
    '/reports',
    '/products',
    '/people',
    '/orders',
    '/dead-letters',
    '/messages',
  ]) {
    const response = await shopper.goto(`/staff${path}`)
    expect(response?.status()).toBe(404)
  }
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('staff block a person', async ({ shopper: staff }) => {
    const { email } = await signUp(staff)
    await enterAsStaff(staff)
    await find(staff, '/staff/people', email)
    await act(staff, 'Block', 'Spam')
    await expect(staff.getByText('“Spam”')).toBeVisible()
    await expect(staff.getByText('Unblock this person')).toBeVisible()
  })
})
