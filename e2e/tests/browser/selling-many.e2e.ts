import { readFile } from 'node:fs/promises'
import { newUser } from '@shop/shared/testing'
import { signUpAsSeller } from '../../fixtures/browser/own-product.ts'
import { newProduct } from '../../fixtures/browser/products.ts'
import { signUp } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'
import { Visitor } from '../../fixtures/visitor.ts'

const HEADER = 'title,price,quantity,draft'
const fileOf = (...lines: string[]) => ({
  name: 'products.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([HEADER, ...lines].join('\n')),
})

test('a draft is saved, published, and copied', async ({ shopper }) => {
  await signUp(shopper)
  await shopper.goto('/sell/products/new')
  await shopper.getByLabel('Name').fill('Quiet lamp')
  await shopper.getByLabel('Category').selectOption('home')
  await shopper.getByLabel('Price').fill('12')
  await shopper.getByLabel('In stock').fill('3')
  await shopper.getByRole('button', { name: 'Save as draft' }).click()
  await expect(shopper.getByText('is saved as a draft. Only you can see it.')).toBeVisible()
  await shopper.goto('/sell/products?show=draft')
  await shopper.getByRole('button', { name: 'Publish Quiet lamp' }).click()
  await expect(shopper.getByText('“Quiet lamp” is back in the shop.')).toBeVisible()
  await shopper.goto('/sell/products')
  await shopper.getByRole('link', { name: 'Copy Quiet lamp' }).click()
  await expect(shopper.getByLabel('Name')).toHaveValue('Quiet lamp')
})

test('a file is checked, imported, and its products are changed together', async ({ shopper }) => {
  await signUp(shopper)
  await shopper.goto('/sell/products/import')
  await shopper.getByLabel('CSV file').setInputFiles(fileOf('Bad,free,1,', 'Red mug,10,5,'))
  await shopper.getByRole('button', { name: 'Check file' }).click()
  await expect(shopper.getByText('1 of 2 rows have a problem')).toBeVisible()
  await shopper.getByLabel('CSV file').setInputFiles(fileOf('Blue mug,20,5,no', 'Red mug,10,5,'))
  await shopper.getByRole('button', { name: 'Check file' }).click()
  await shopper.getByRole('button', { name: 'Import 2 rows' }).click()
  await expect(shopper.getByText('2 of 2 rows imported.')).toBeVisible()
  await shopper.getByRole('link', { name: 'See products' }).click()
  await shopper.getByRole('checkbox', { name: 'Select Red mug' }).check()
  await shopper.getByRole('checkbox', { name: 'Select Blue mug' }).check()
  await shopper.getByLabel('Percent').fill('-10')
  await shopper.getByRole('button', { name: 'Apply to 2' }).click()
  await expect(shopper.getByText('2 products changed.')).toBeVisible()
  await expect(shopper.getByText('$18.00')).toBeVisible()
  await expect(shopper.getByText('$9.00')).toBeVisible()
})

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('thousands of bad rows are shown in part and downloaded in full', async ({ shopper }) => {
      await signUp(shopper)
      await shopper.goto('/sell/products/import')
      const rows = Array.from({ length: 5000 }, (_, n) => `Mug,=1+${n},1,`)
      await shopper.getByLabel('CSV file').setInputFiles(fileOf(...rows))
      await shopper.getByRole('button', { name: 'Check file' }).click()
      await expect(shopper.getByText('5,000 of 5,000 rows have a problem')).toBeVisible()
      await expect(shopper.getByRole('row')).toHaveCount(101)
      await expect(shopper.getByText('The first 100 problems are shown; 4,900 more')).toBeVisible()
      const download = shopper.waitForEvent('download')
      await shopper.getByRole('button', { name: 'Download this list' }).click()
      const file = await download
      expect(file.suggestedFilename()).toBe('rows-to-fix.csv')
      const lines = (await readFile(await file.path(), 'utf8')).split('\r\n')
      expect(lines[0]).toBe('\uFEFFline,column,reason,value')
      expect(lines[5000]).toBe("5001,price,Must be a number,'=1+4999")
      await expect(shopper.getByRole('button', { name: 'Download this list' })).toBeVisible()
    })
  })

test('a guest reports a product; its seller appeals once it is hidden', async ({ shopper }) => {
  const reported = await newProduct()
  await shopper.goto(reported.path)
  await shopper.getByRole('link', { name: 'Report this product' }).click()
  await shopper.getByLabel('What is wrong?').selectOption('counterfeit')
  await shopper.getByRole('button', { name: 'Send report' }).click()
  await expect(shopper.getByText('Thank you. We’ll take a look.')).toBeVisible()
  const id = await signUpAsSeller(shopper)
  const staff = await Visitor.of(newUser('admin'))
  await staff.post(`/api/products/${id}/hide`, { reason: 'Counterfeit' })
  await shopper.goto(`/sell/products/${id}`)
  await expect(shopper.getByText('We have hidden this product')).toBeVisible()
  await shopper.getByLabel('Is that a mistake?').fill('It is genuine.')
  await shopper.getByRole('button', { name: 'Send appeal' }).click()
  await expect(shopper.getByText('We have your appeal.')).toBeVisible()
  await expect(shopper.getByText('You appealed on')).toBeVisible()
})
