import { newId } from '@shop/shared/testing'
import { ownProduct } from '../../fixtures/browser/own-product.ts'
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
  await shopper.getByText('Remind me at 5 items').click()
  const field = shopper.getByLabel('Items left')
  await field.fill('many')
  await shopper.getByRole('button', { name: 'Save' }).click()
  await expect(shopper.getByRole('alert')).toContainText('Enter a whole number from 0 to 1000')
  await field.fill('40')
  await shopper.getByRole('button', { name: 'Save' }).click()
  await expect(shopper.getByText('Remind me at 40 items')).toBeVisible()
  await expect(shopper.getByText(title).first()).toBeVisible()
  await shopper.goto('/sell/products?show=low')
  await expect(shopper.getByText(title).first()).toBeVisible()
})
