import type { Page } from 'playwright/test'
import { newProduct } from '../../fixtures/browser/products.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

const LISTS = '**/api/products?*'

const cards = (page: Page) => page.getByRole('main').locator('.product')
const showMore = (page: Page) => page.getByRole('link', { name: /^(Show .* more|Loading…)$/ })

/** Creates 18 products found by one word, the last in another category. */
async function stock(): Promise<string> {
  const word = `Marble${Date.now()}`
  for (let number = 0; number < 17; number += 1) await newProduct({ title: `${word} ${number}` })
  await newProduct({ title: `${word} garden`, category: 'garden' })
  return word
}

/** Holds back the requests of "Show more"; returns the function that releases them. */
async function holdLists(page: Page) {
  const held: (() => void)[] = []
  await page.route(LISTS, async (route) => {
    await new Promise<void>((resolve) => held.push(resolve))
    await route.continue().catch(() => {})
  })
  return {
    letGo: async () => {
      await page.unroute(LISTS)
      for (const resolve of held) resolve()
    },
    held,
  }
}

test('results of "Show more" are not added to another list', async ({ shopper }) => {
  const word = await stock()
  await shopper.goto(`/?q=${word}`)
  await expect(cards(shopper)).toHaveCount(16)
  const lists = await holdLists(shopper)
  await showMore(shopper).click()
  await expect.poll(() => lists.held.length).toBe(1)
  await shopper.getByRole('link', { name: /^Plants & garden 1/ }).click()
  await expect(cards(shopper)).toHaveCount(1)
  await lists.letGo()
  await shopper.getByLabel('Sort by').selectOption('Name')
  await shopper.waitForURL('**/*sort=title*')
  await expect(cards(shopper)).toHaveCount(1)
  await shopper.goBack()
  await shopper.goBack()
  // "Show more" was clicked in this list, which continues.
  await expect(cards(shopper)).toHaveCount(18)
  await shopper.goForward()
  await expect(cards(shopper)).toHaveCount(1)
})

test('an extended list is complete after Back, even when products were added', async ({
  shopper,
}) => {
  const word = await stock()
  await shopper.goto(`/?q=${word}`)
  await showMore(shopper).click()
  await expect(cards(shopper)).toHaveCount(18)
  await cards(shopper).nth(17).getByRole('link').click()
  await shopper.waitForURL('**/products/*')
  const { title } = await newProduct({ title: word })
  await shopper.goBack()
  await expect(cards(shopper)).toHaveCount(19)
  await expect(cards(shopper).first()).toContainText(title)
  const names = await cards(shopper).getByRole('heading').allTextContents()
  expect(new Set(names).size).toBe(19)
})

test('a lost connection keeps the list and offers a retry', async ({ shopper }) => {
  const word = await stock()
  await shopper.goto(`/?q=${word}`)
  await shopper.route(LISTS, (route) => route.abort())
  await showMore(shopper).click()
  await expect(shopper.getByRole('alert')).toContainText('couldn’t be loaded')
  await expect(cards(shopper)).toHaveCount(16)
  await shopper.unroute(LISTS)
  await showMore(shopper).click()
  await expect(cards(shopper)).toHaveCount(18)
  await expect(shopper.getByRole('alert')).toHaveCount(0)
})

test('the result of adding one product is not shown for the next', async ({ shopper }) => {
  await newProduct({ category: 'garden' })
  const { path } = await newProduct({ category: 'garden' })
  await shopper.goto(path)
  await shopper.getByLabel('Quantity', { exact: true }).fill('3')
  await shopper.getByRole('button', { name: 'Add to cart' }).click()
  await expect(shopper.getByText('Added to your cart.')).toBeVisible()
  await shopper
    .getByRole('region', { name: /^More in/ })
    .getByRole('link')
    .first()
    .click()
  await shopper.waitForURL((url) => url.pathname !== path)
  await expect(shopper.getByRole('button', { name: 'Add to cart' })).toBeVisible()
  await expect(shopper.getByText('Added to your cart.')).toBeHidden()
  await expect(shopper.getByLabel('Quantity', { exact: true })).toHaveValue('1')
})
