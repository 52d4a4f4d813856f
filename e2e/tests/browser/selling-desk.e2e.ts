import { newId, readStack } from '@shop/shared/testing'
import { ownProduct } from '../../fixtures/browser/own-product.ts'
import { withSoldOrder } from '../../fixtures/browser/prepared.ts'
import { asShopper, signUp } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

test('a seller chooses at how many units they are reminded of a product', async ({ shopper }) => {
  await signUp(shopper)
  const id = await ownProduct(shopper)
  const title = `Jug ${newId()}`
  await asShopper(shopper, (seller) =>
    seller.put(`/api/products/${id}`, { title, price: 9, quantity: 40 }),
  )
  await shopper.goto('/sell')
  await expect(shopper.getByText('Nothing is running low.')).toBeVisible()
  await shopper.getByText('Listed at 5 items or fewer').click()
  const field = shopper.getByLabel('Items left')
  await field.fill('many')
  await shopper.getByRole('button', { name: 'Save' }).click()
  await expect(shopper.getByRole('alert')).toContainText('Enter a whole number from 0 to 1000')
  await field.fill('40')
  await shopper.getByRole('button', { name: 'Save' }).click()
  await expect(shopper.getByText('Listed at 40 items or fewer')).toBeVisible()
  await expect(shopper.getByText(title).first()).toBeVisible()
  await shopper.goto('/sell/products?show=low')
  await expect(shopper.getByText(title).first()).toBeVisible()
})

const PERIODS = [
  { days: 7, unit: 'day', rows: [7] },
  { days: 90, unit: 'week', rows: [13] },
  // A year from the first of a month has no incomplete months.
  { days: 365, unit: 'month', rows: [12, 13] },
  { days: 30, unit: 'day', rows: [30] },
]

test('the figures follow the period that is chosen by keyboard, without script', async ({
  browser,
  shopper,
}) => {
  await withSoldOrder(shopper)
  const context = await browser.newContext({
    baseURL: (await readStack()).url,
    javaScriptEnabled: false,
    storageState: await shopper.context().storageState(),
  })
  const plain = await context.newPage()
  await plain.goto('/sell?days=8')
  const link = (days: number) => plain.getByRole('link', { name: `${days} days`, exact: true })
  await expect(link(30)).toHaveAttribute('aria-current', 'page')
  for (const { days, unit, rows } of PERIODS) {
    await link(days).press('Enter')
    await expect(link(days)).toHaveAttribute('aria-current', 'page')
    await expect(plain.locator('.stat', { hasText: `Sales, ${days} days` })).toContainText(
      `$7.00 more than in the previous ${days} days`,
    )
    await expect(plain.getByRole('heading', { name: `Sales per ${unit}` })).toBeVisible()
    await plain.getByText('Show as a table').click()
    const table = plain.getByRole('table', { name: 'The same rows as the bars' })
    await expect(table.getByRole('row').nth(1)).toContainText('$7.00')
    const bars = await plain.locator('.chart.wide rect').count()
    expect(rows).toContain(bars)
    await expect(table.getByRole('row')).toHaveCount(bars + 1)
  }
  await context.close()
})

test('the focus stays on the chosen period', async ({ shopper }) => {
  await signUp(shopper)
  await shopper.goto('/sell')
  const week = shopper.getByRole('link', { name: '7 days', exact: true })
  await week.press('Enter')
  await shopper.waitForURL('**/sell?days=7')
  await expect(week).toHaveAttribute('aria-current', 'page')
  await expect(week).toBeFocused()
  await expect(shopper.getByText('Sales of the last 7 days shown')).toBeAttached()
})
