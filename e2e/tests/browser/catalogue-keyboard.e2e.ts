import { newProduct } from '../../fixtures/browser/products.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

test('every sort order can be selected by arrow keys, and the focus stays', async ({ shopper }) => {
  await shopper.goto('/?category=kitchen')
  const sort = shopper.getByLabel('Sort by')
  await sort.focus()
  for (const order of ['price', '-price', 'title']) {
    await shopper.keyboard.press('ArrowDown')
    await shopper.waitForURL((url) => url.searchParams.get('sort') === order)
    await expect(sort).toBeFocused()
    await expect(sort).toHaveValue(order)
  }
  await shopper.goBack()
  await expect(sort).toHaveValue('-price')
})

test('after removing a filter the focus moves to the next one, finally to the heading', async ({
  shopper,
}) => {
  await shopper.goto('/?category=kitchen&inStock=1&maxPrice=900')
  const chip = (name: string) => shopper.locator('.chip', { hasText: name })
  await chip('Up to $900.00').focus()
  await shopper.keyboard.press('Enter')
  await expect(chip('In stock')).toBeFocused()
  await shopper.keyboard.press('Enter')
  await expect(chip('Kitchen')).toBeFocused()
  await shopper.keyboard.press('Enter')
  await expect(shopper.getByRole('heading', { name: /^All products/ })).toBeFocused()
})

test('a search keeps the focus, and its results are announced', async ({ shopper }) => {
  const word = `Quena${Date.now()}`
  await newProduct({ title: word, category: 'music-craft' })
  await shopper.goto('/')
  const search = shopper.getByRole('searchbox', { name: 'Search products' })
  await search.fill(word)
  await search.press('Enter')
  const announced = (text: string) => shopper.getByRole('status').filter({ hasText: text })
  await expect(announced(`1 result for “${word}”, sorted by Newest first`)).toBeAttached()
  await expect(search).toBeFocused()
  await shopper.getByRole('checkbox', { name: 'In stock' }).check()
  await expect(announced(`1 result for “${word}”, In stock, sorted by Newest first`)).toBeAttached()
  await search.fill('%')
  await search.press('Enter')
  await expect(announced('0 results for “%”')).toBeAttached()
  await expect(shopper.getByRole('heading', { name: 'No products match' })).toBeVisible()
  await expect(shopper.getByText('Search for a word or a number')).toBeVisible()
  await shopper.getByRole('link', { name: 'See all products' }).focus()
  await shopper.keyboard.press('Enter')
  await expect(shopper.getByRole('heading', { name: /^All products/ })).toBeFocused()
})
