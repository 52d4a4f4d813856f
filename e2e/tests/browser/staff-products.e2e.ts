import { newId } from '@shop/shared/testing'
import type { Page } from 'playwright/test'
import { newProduct } from '../../fixtures/browser/products.ts'
import { enterAsStaff } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

type Product = Awaited<ReturnType<typeof newProduct>>

async function find(page: Page, q: string): Promise<void> {
  await page.getByRole('searchbox').fill(q)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(new RegExp(`q=${q.split(' ')[0]}`))
}

const rowOf = (page: Page, { title }: Product) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title }) })

async function decide(page: Page, product: Product, act: 'Hide' | 'Show again', reason: string) {
  const row = rowOf(page, product)
  const form = row.getByRole('form', { name: `Decide on ${product.title}` })
  if (!(await form.isVisible())) await row.locator('summary').click()
  await form.getByLabel(/^Reason to/).fill(reason)
  await form.getByRole('button', { name: act === 'Hide' ? 'Hide product' : act }).click()
}

/** Staff hide a product that nobody has reported, and show it again. */
async function hideAndShow(shopper: Page, staff: Page): Promise<void> {
  const product = await newProduct({ title: `Kite ${newId()}` })
  const row = rowOf(staff, product)
  await enterAsStaff(staff)
  await staff.goto('/staff/products')
  await find(staff, product.title)
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('For sale')
  await expect(row).toContainText('$12.50 · 5 in stock')
  await decide(staff, product, 'Hide', '')
  await expect(staff.getByRole('alert')).toContainText('Give a reason')
  await decide(staff, product, 'Hide', 'A copy')
  await expect(staff.getByText('Hidden. The seller gets the reason by email.')).toBeVisible()
  await expect(row).toContainText('Hidden by staff: “A copy”')
  expect((await shopper.goto(product.path))?.status()).toBe(404)

  const tabs = staff.getByRole('navigation', { name: 'Products by state' })
  await tabs.getByRole('link', { name: 'For sale' }).click()
  await expect(staff.getByText(`No product matches “${product.title}”.`)).toBeVisible()
  await tabs.getByRole('link', { name: 'Hidden' }).click()
  await decide(staff, product, 'Show again', 'It is real')
  await expect(staff.getByText('Shown again.')).toBeVisible()
  await expect(row).toHaveCount(0)
  expect((await shopper.goto(product.path))?.status()).toBe(200)
  await find(staff, product.id)
  await tabs.getByRole('link', { name: 'All' }).click()
  await expect(row).toContainText('Shown again by staff: “It is real”')
}

test('staff find a product that nobody reported, hide it with a reason and show it again', async ({
  newShopper,
}) => {
  await hideAndShow(await newShopper(), await newShopper())
})

test('a label and an error lead to the field of their own product', async ({ shopper: staff }) => {
  const word = `Kite${newId()}`
  await newProduct({ title: word })
  const older = await newProduct({ title: `${word} small` })
  const first = await newProduct({ title: `${word} large` })
  await enterAsStaff(staff)
  await staff.goto(`/staff/products?q=${word}`)
  await expect(staff.getByRole('heading', { level: 2 })).toHaveCount(3)
  for (const product of [first, older]) {
    await decide(staff, product, 'Hide', '')
    const row = rowOf(staff, product)
    await row.getByRole('link', { name: 'Give a reason' }).click()
    await expect(row.getByRole('textbox')).toBeFocused()
  }
})

test('the account of a seller leads to their products', async ({ shopper: staff }) => {
  const product = await newProduct()
  const other = await newProduct()
  await enterAsStaff(staff)
  await staff.goto(`/staff/products?q=${product.id}`)
  const account = rowOf(staff, product).getByRole('link', { name: /^Account of/ })
  const seller = (await account.getAttribute('href'))?.split('q=')[1] ?? ''
  expect(seller).not.toBe(product.id)
  await find(staff, seller)
  await expect(rowOf(staff, product)).toHaveCount(1)
  await expect(rowOf(staff, other)).toHaveCount(0)
})

test('older products are on further pages', async ({ shopper: staff }) => {
  await enterAsStaff(staff)
  await staff.goto('/staff/products')
  const titles = staff.getByRole('heading', { level: 2 })
  const first = await titles.allTextContents()
  await staff.getByRole('link', { name: 'Show more' }).click()
  await expect(staff).toHaveURL(/cursor=/)
  await expect(titles.first()).not.toHaveText(first[0] ?? '')
  await staff.getByRole('link', { name: 'Back to the start' }).click()
  await expect(staff).toHaveURL(/\/staff\/products$/)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('staff hide a product and show it again', async ({ newShopper }) => {
    await hideAndShow(await newShopper(), await newShopper())
  })
})
