import { afterAll, beforeAll, expect, test } from 'bun:test'
import { cookieOf, newId, newUser, type TestService } from '@shop/shared/testing'
import { startProducts } from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const exported = (as = newUser()) => service.call('GET', '/api/products/export.csv', { as })

test('GET /api/products/export.csv has all products of the seller, without formulas', async () => {
  const seller = newUser()
  const some = [
    { title: '=HYPERLINK("evil")', description: 'two\nlines', price: 12.5, quantity: 3 },
    { title: 'Mug, "blue"', category: 'kitchen', price: 1, quantity: 0, draft: true },
  ]
  for (const json of some) await service.call('POST', '/api/products', { as: seller, json })
  await service.call('POST', '/api/products', { as: newUser(), json: some[0] })
  const { status, headers, body } = await exported(seller)
  expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(headers.get('content-disposition')).toBe('attachment; filename="products.csv"')
  const [header, ...lines] = body.split('\r\n')
  expect(header).toBe('id,title,description,category,price,quantity,draft')
  expect(lines.map((line: string) => line.slice(25)).toSorted()).toEqual([
    '',
    '"\'=HYPERLINK(""evil"")","two\nlines",,12.5,3,no',
    '"Mug, ""blue""",,kitchen,1,0,yes',
  ])
})

test('an export that is imported again changes nothing', async () => {
  const seller = newUser()
  const titles = ['=1+1', '-20 %', "'70s mug", '@home', 'two  spaces', 'Größe;1,5']
  for (const title of titles)
    await service.call('POST', '/api/products', {
      as: seller,
      json: { title, description: '\ttab', price: 1, quantity: 2 },
    })
  const { body: csv } = await exported(seller)
  const check = { as: seller, json: { csv } }
  const { body } = await service.call('POST', '/api/products/import?dryRun=1', check)
  expect(body).toMatchObject({ rows: 6, updated: 6, badRows: 0 })
  const headers = { 'idempotency-key': newId() }
  await service.call('POST', '/api/products/import', { ...check, headers })
  const products = service.db.collection('products')
  expect(await products.countDocuments({ userId: seller.sub, version: 0 })).toBe(6)
  expect(new Set(await products.distinct('title', { userId: seller.sub }))).toEqual(new Set(titles))
})

test('the file begins with a byte order mark, by which spreadsheets know its encoding', async () => {
  const cookie = await cookieOf(newUser(), service.jwtKey)
  const request = new Request('http://shop/api/products/export.csv', { headers: { cookie } })
  const bytes = await (await service.fetch(request)).bytes()
  expect(Buffer.from(bytes).toString('latin1')).toStartWith('\u00ef\u00bb\u00bfid,')
})

test('GET /api/products/export.csv is for users', async () => {
  expect((await service.call('GET', '/api/products/export.csv')).status).toBe(401)
  expect((await exported(newUser('guest'))).status).toBe(403)
})
