import { newProduct } from '../../fixtures/browser/products.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

test('loaded products stay after adding one and after Back', async ({ shopper }) => {
  const word = `Marble${Date.now()}`
  for (let number = 0; number < 18; number += 1) await newProduct({ title: `${word} ${number}` })
  await shopper.goto(`/?q=${word}`)
  const cards = shopper.getByRole('main').locator('.product')
  await expect(cards).toHaveCount(16)
  await shopper.getByRole('link', { name: 'Show 2 more' }).click()
  await expect(cards).toHaveCount(18)
  await expect(cards.nth(16).getByRole('link')).toBeFocused()
  await cards.nth(17).getByRole('button').click()
  await expect(shopper.getByText('In your cart: 1 item')).toBeAttached()
  await expect(cards).toHaveCount(18)
  await cards.nth(17).getByRole('link').click()
  await shopper.waitForURL('**/products/*')
  await shopper.goBack()
  await expect(cards).toHaveCount(18)
})

test('filters apply immediately, keep the focus, and can be removed one by one', async ({
  shopper,
}) => {
  const word = `Lute${Date.now()}`
  const there = await newProduct({ title: word, category: 'music-craft' })
  const gone = await newProduct({ title: word, category: 'music-craft', quantity: 0 })
  await shopper.goto(`/?q=${word}`)
  await expect(shopper.getByRole('link', { name: gone.title })).toBeVisible()
  const inStock = shopper.getByRole('checkbox', { name: 'In stock' })
  await inStock.focus()
  await shopper.keyboard.press('Space')
  await shopper.waitForURL('**/*inStock=1*')
  await expect(shopper.getByRole('link', { name: gone.title })).toBeHidden()
  await expect(shopper.getByRole('link', { name: there.title })).toBeVisible()
  await expect(inStock).toBeFocused()
  await shopper.getByRole('link', { name: /^In stock.*remove filter$/ }).click()
  await expect(inStock).not.toBeChecked()
  await expect(shopper.getByRole('link', { name: gone.title })).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the filters open in a sheet', async ({ shopper }) => {
    const { title } = await newProduct({ title: `Oboe${Date.now()}`, category: 'home' })
    await shopper.goto(`/?q=${title.split(' ')[0]}`)
    await shopper.getByRole('button', { name: 'Filters' }).click()
    await shopper.getByRole('link', { name: /^Home/ }).last().click()
    await shopper.waitForURL('**/*category=home*')
    await expect(shopper.getByRole('link', { name: title })).toBeVisible()
  })
})
