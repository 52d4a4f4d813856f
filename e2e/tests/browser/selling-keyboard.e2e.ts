import { pictureForm } from '../../fixtures/api.ts'
import { draw } from '../../fixtures/browser/draw.ts'
import { ownProduct } from '../../fixtures/browser/own-product.ts'
import { asShopper, signUp } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

test('the focus stays when pictures move, and moves to their heading with the last one', async ({
  shopper,
}) => {
  await shopper.goto('/')
  await signUp(shopper)
  const id = await ownProduct(shopper)
  for (const width of [20, 30]) {
    const picture = await draw(shopper, { width, height: 20 })
    await asShopper(shopper, (seller) =>
      seller.sendForm('POST', `/api/products/${id}/images`, pictureForm({}, picture)),
    )
  }
  await shopper.goto(`/sell/products/${id}`)
  await shopper.getByRole('button', { name: 'Move picture 1 down' }).press('Enter')
  await expect(shopper.getByText('It’s now picture 2')).toBeAttached()
  await expect(shopper.getByRole('button', { name: 'Move picture 2 down' })).toBeFocused()
  await shopper.getByRole('button', { name: 'Remove picture 2' }).press('Enter')
  await expect(shopper.getByRole('button', { name: 'Remove picture 1' })).toBeFocused()
  await shopper.keyboard.press('Enter')
  await expect(shopper.getByRole('heading', { name: 'Pictures' })).toBeFocused()
  await expect(shopper.getByText('Picture removed')).toBeAttached()
})

test('archiving, undoing and filtering keep the focus and are announced', async ({ shopper }) => {
  await signUp(shopper)
  await ownProduct(shopper, 'Anvil')
  await ownProduct(shopper, 'Bellows')
  await shopper.goto('/sell/products')
  await shopper.getByRole('link', { name: 'Archive Anvil' }).press('Enter')
  await shopper.getByRole('dialog').getByRole('button', { name: 'Archive product' }).press('Enter')
  const done = shopper.locator('.done')
  await expect(done).toContainText('“Anvil” is archived.')
  await expect(done).toBeFocused()
  await shopper.getByRole('button', { name: /^Undo/ }).press('Enter')
  await expect(done).toContainText('“Anvil” is back in the shop.')
  await expect(done).toBeFocused()
  const tab = shopper.getByRole('link', { name: 'Archived' })
  await tab.press('Enter')
  await expect(
    shopper.getByRole('status').filter({ hasText: '0 products shown, Archived' }),
  ).toBeAttached()
  await expect(tab).toBeFocused()
  const search = shopper.getByRole('searchbox', { name: 'Search your products' })
  await search.fill('%')
  await search.press('Enter')
  await expect(shopper.getByText('Search for a word or a number')).toBeVisible()
  await expect(search).toBeFocused()
})
