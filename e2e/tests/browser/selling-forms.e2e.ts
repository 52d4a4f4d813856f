import { pictureForm } from '../../fixtures/api.ts'
import { ownProduct } from '../../fixtures/browser/own-product.ts'
import { asShopper, signUp } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'
import { callShop } from '../../fixtures/visitor.ts'

test('prices and numbers can be entered as displayed; ambiguous ones show an error', async ({
  shopper,
}) => {
  await signUp(shopper)
  await shopper.goto('/sell/products/new')
  await shopper.getByLabel('Name').fill('Concert harp')
  await shopper.getByLabel('Category').selectOption('Music & craft')
  const price = shopper.getByLabel('Price in US dollars')
  await price.fill('1,5')
  await shopper.getByLabel('In stock').fill('1,000')
  const add = shopper.getByRole('button', { name: 'Add product' })
  await add.click()
  await expect(price).toHaveAccessibleDescription(/a period before the cents/)
  await price.fill('$1,290.00')
  await add.click()
  await shopper.waitForURL(/\/sell\/products\/[\da-f]{24}/)
  await expect(price).toHaveValue('1290.00')
  await expect(shopper.getByText('1,000 in stock')).toBeVisible()
})

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('an invisible name shows an error at its field', async ({ shopper }) => {
      await signUp(shopper)
      const id = await ownProduct(shopper)
      for (const path of ['/sell/products/new', `/sell/products/${id}`]) {
        await shopper.goto(path)
        const name = shopper.getByLabel('Name', { exact: true })
        await name.fill('\u200b')
        await shopper.getByRole('button', { name: /^(Add product|Save changes)$/ }).click()
        await expect(name).toHaveAccessibleDescription(/invisible characters/)
      }
    })

    test('concurrent changes are kept, and conflicts are shown', async ({ shopper }) => {
      await signUp(shopper)
      const id = await ownProduct(shopper)
      await shopper.goto(`/sell/products/${id}`)
      const [name, price] = [
        shopper.getByLabel('Name', { exact: true }),
        shopper.getByLabel('Price in US dollars'),
      ]
      const save = shopper.getByRole('button', { name: 'Save changes' })
      const saved = async () =>
        (await asShopper(shopper, (seller) => seller.get(`/api/products/${id}`))).body
      const elsewhere = async (fields: object) => {
        const { title, price: was } = await saved()
        const json = { title, price: was, ...fields }
        await asShopper(shopper, (seller) => seller.put(`/api/products/${id}`, json))
      }

      await elsewhere({ price: 99, category: 'garden' })
      await name.fill('Mine')
      await save.click()
      await expect(shopper.getByText('Changes by someone else were kept.')).toBeVisible()
      await expect(price).toHaveValue('99.00')
      await expect(shopper.getByLabel('Category')).toHaveValue('garden')
      expect(await saved()).toMatchObject({ title: 'Mine', price: 99, category: 'garden' })

      await elsewhere({ title: 'Theirs', price: 120 })
      await name.fill('Mine again')
      await save.click()
      await expect(shopper.getByRole('alert')).toContainText('Someone else changed this product')
      await expect(name).toHaveValue('Mine again')
      await expect(price).toHaveValue('120.00')
      expect(await saved()).toMatchObject({ title: 'Theirs', price: 120 })
      await save.click()
      await expect(shopper.getByText('Saved.')).toBeVisible()
      expect(await saved()).toMatchObject({ title: 'Mine again', price: 120 })
    })
  })

test('no URL of the seller pages returns a 5xx', async ({ shopper }) => {
  await signUp(shopper)
  const id = await ownProduct(shopper)
  for (const path of [
    '/sell/products?cursor=x',
    '/sell/products?cursor=',
    '/sell/products?archived=zzz',
    `/sell/products?restored=${'0'.repeat(24)}`,
    '/sell/products?show=everything',
    `/sell/products?q=${'x'.repeat(300)}`,
    '/sell/orders?cursor=zzz',
    `/sell/products/${id}/stock?by=NaN`,
  ])
    expect([path, (await shopper.goto(path))?.status()]).toEqual([path, 200])
  for (const path of ['/sell/products/zzz', `/sell/products/${'0'.repeat(24)}/stock`])
    expect((await shopper.goto(path))?.status()).toBe(404)
})

test('no request to a form of the seller pages returns a 5xx', async ({ shopper }) => {
  await signUp(shopper)
  const id = await ownProduct(shopper)
  const paths = [
    '/sell/products/new',
    `/sell/products/${id}`,
    `/sell/products/${id}/stock`,
    '/sell/products?index',
  ]
  const cookies = await shopper.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const text = (fields: Record<string, string>) => new URLSearchParams(fields)
  const requests: [name: string, body: BodyInit, type: string][] = [
    ['JSON', '{}', 'application/json'],
    ['a broken form', 'x', 'multipart/form-data; boundary=none'],
    ['nothing', text({}), ''],
    ['an unknown intent', text({ intent: 'nonsense' }), ''],
    ['half a product', text({ seen: 'x', title: 'x' }), ''],
    ['a picture that is not there', text({ up: 'none' }), ''],
    ['a wrong number', text({ delta: '1e99', reason: 'none' }), ''],
    ['a text as a picture', pictureForm({ alt: '\u200b' }, Buffer.from('x')), ''],
  ]
  for (const path of paths)
    for (const [name, body, type] of requests) {
      const headers = { cookie, accept: 'text/html', ...(type !== '' && { 'content-type': type }) }
      const { status } = await callShop(path, { method: 'POST', body, headers })
      expect(status, `${path}: ${name}`).toBeLessThan(500)
    }
})
