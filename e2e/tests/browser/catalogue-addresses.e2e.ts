import { readStack } from '@shop/shared/testing'
import { newProduct } from '../../fixtures/browser/products.ts'
import { expect, test } from '../../fixtures/browser/test.ts'
import { callShop } from '../../fixtures/visitor.ts'

const IGNORED = {
  'cursor=zzz': 'page',
  'category=cars': 'category',
  'seller=me': 'seller',
  'sort=cheapest': 'sort order',
  'inStock=yes': 'availability',
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  for (const [query, name] of Object.entries(IGNORED))
    test(`/?${query} shows the first page and names what was ignored`, async ({ shopper }) => {
      expect((await shopper.goto(`/?${query}`))?.status()).toBe(200)
      await expect(shopper.getByText(`was ignored: ${name}.`)).toBeVisible()
      expect(await shopper.locator('.product').count()).toBeGreaterThan(0)
    })

  test('an invalid price shows an error at its field and is kept', async ({ shopper }) => {
    await shopper.goto('/')
    await shopper.getByLabel('From', { exact: true }).fill('1,5')
    await shopper.getByRole('button', { name: 'Apply price' }).click()
    const from = shopper.getByLabel('From', { exact: true })
    await expect(from).toHaveValue('1,5')
    await expect(from).toHaveAttribute('aria-invalid', 'true')
    await expect(from).toHaveAccessibleDescription(/Enter an amount like 12\.50/)
  })
})

test('prices can be entered as the shop displays them', async ({ shopper }) => {
  const word = `Harp${Date.now()}`
  const { title } = await newProduct({ title: word, price: 1290 })
  await shopper.goto(`/?q=${word}`)
  const [from, to] = [
    shopper.getByLabel('From', { exact: true }),
    shopper.getByLabel('To', { exact: true }),
  ]
  await from.fill('1,000')
  await to.fill('$1,290.00')
  await to.press('Enter')
  await shopper.waitForURL('**/*minPrice=1000&maxPrice=1290')
  await expect(shopper.getByRole('link', { name: title })).toBeVisible()
  await expect(shopper.getByRole('link', { name: /^Up to \$1,290\.00/ })).toBeVisible()
})

test('an invalid price range shows an error at its focused field', async ({ shopper }) => {
  await shopper.goto('/')
  const [from, to] = [
    shopper.getByLabel('From', { exact: true }),
    shopper.getByLabel('To', { exact: true }),
  ]
  await from.fill('50')
  await to.fill('10')
  await shopper.getByRole('button', { name: 'Apply price' }).click()
  await expect(to).toBeFocused()
  await expect(to).toHaveAccessibleDescription(/Enter at least \$50\.00/)
  await expect(shopper.getByText('Check the price filter')).toBeVisible()
  await to.fill('1.000,00')
  await to.press('Enter')
  await expect(to).toHaveAccessibleDescription(/a period before the cents/)
  await expect(to).toHaveValue('1.000,00')
  await expect(from).toHaveValue('50')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the filter sheet closes on results and stays open on an error', async ({ shopper }) => {
    await shopper.goto('/')
    await shopper.getByRole('button', { name: 'Filters' }).click()
    const to = shopper.getByLabel('To', { exact: true })
    const show = shopper.getByRole('button', { name: 'Show results' })
    await to.fill('ten')
    await show.click()
    await expect(to).toBeFocused()
    await to.fill('1,000')
    await show.click()
    await expect(show).toBeHidden()
    await expect(shopper.getByRole('link', { name: /^Up to \$1,000\.00/ })).toBeVisible()
  })
})

async function headOf(path: string) {
  const { url } = await readStack()
  const html = String((await callShop(path)).body)
  const [, canonical = ''] = /rel="canonical" href="([^"]*)"/.exec(html) ?? []
  const [, title = ''] = /<title>([^<]*)/.exec(html) ?? []
  return {
    canonical: canonical.replaceAll('&amp;', '&').replace(url, ''),
    title,
    isHidden: html.includes('<meta name="robots" content="noindex"'),
    html,
  }
}

test('pages have canonical URLs, and filter combinations are noindex', async () => {
  const { seller } = await newProduct()
  const { body } = await seller.get('/api/users/currentuser')
  const { id } = body.currentUser
  const first = await headOf('/')
  expect(first).toMatchObject({ canonical: '/', isHidden: false })
  const [, next = ''] = /href="(\/\?cursor=[^"]+)"/.exec(first.html) ?? []
  expect(await headOf(next)).toMatchObject({ canonical: next, isHidden: false })
  expect(await headOf('/?category=kitchen')).toMatchObject({ isHidden: false })
  expect(await headOf(`/?seller=${id}`)).toMatchObject({
    canonical: `/?seller=${id}`,
    title: `Products from Shop ${id.slice(-4).toUpperCase()} · Corner`,
    isHidden: false,
  })
  for (const query of [
    `seller=${'0'.repeat(24)}`,
    `category=kitchen&seller=${id}`,
    'q=tea',
    'inStock=1',
    'maxPrice=5',
    'sort=price',
  ])
    expect(await headOf(`/?${query}`)).toMatchObject({ isHidden: true })
})

test('the home page counts all sellers, not only those in its filter', async ({ shopper }) => {
  for (let sellers = 0; sellers < 11; sellers += 1) await newProduct()
  await expect(async () => {
    const { body } = await callShop('/api/products?limit=16&facets=1')
    const { sellerCount } = body.facets
    expect(sellerCount).toBeGreaterThan(10)
    await shopper.goto('/')
    await expect(shopper.getByText(` ${sellerCount} sellers, one cart.`)).toBeVisible({
      timeout: 500,
    })
  }).toPass()
})

test('archived products are noindex and marked as discontinued', async () => {
  const { seller, id } = await newProduct()
  expect((await headOf(`/products/${id}`)).html).toContain('https://schema.org/InStock')
  await seller.delete(`/api/products/${id}`)
  const { html, isHidden } = await headOf(`/products/${id}`)
  expect(isHidden).toBe(true)
  expect(html).toContain('https://schema.org/Discontinued')
})
