import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser, type TestService } from '@shop/shared/testing'
import { changesOf, fileOf, newLines, sellNew, startProducts } from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const PATH = '/api/products/import'
const send = (csv: string, as = newUser(), key = newId()) =>
  service.call('POST', PATH, { as, json: { csv }, headers: { 'idempotency-key': key } })
const check = (csv: string, as = newUser()) =>
  service.call('POST', `${PATH}?dryRun=1`, { as, json: { csv } })
const productsOf = ({ sub }: { sub: string }) =>
  service.db.collection('products').find({ userId: sub }).sort({ title: 1 }).toArray()

function finished(id: string, as: ReturnType<typeof newUser>) {
  return eventually(async () => {
    const { body } = await service.call('GET', `/api/products/imports/${id}`, { as })
    expect(body.status).toBe('done')
    return body
  })
}

const BAD = [
  ',,No title,kitchen,1,1,',
  ',Mug,No price,kitchen,,1,',
  ',Mug,Bad category,toys,1,1,',
  ',Mug,Negative,kitchen,1,-1,',
]
const bad20 = Array.from({ length: 5 }, () => BAD).flat()

test('a dry run names each bad row with line, column and reason, and nothing is written', async () => {
  const seller = newUser()
  const csv = fileOf([...newLines(240), ...bad20, ...newLines(240)])
  const { status, body } = await check(csv, seller)
  expect(status).toBe(200)
  expect(body).toMatchObject({ rows: 500, created: 480, updated: 0, badRows: 20 })
  expect(body.problems).toHaveLength(20)
  expect(body.problems.slice(0, 4)).toEqual([
    { line: 242, column: 'title', value: '', message: 'Must not be empty' },
    { line: 243, column: 'price', value: '', message: 'Must be a number' },
    { line: 244, column: 'category', value: 'toys', message: expect.any(String) },
    { line: 245, column: 'quantity', value: '-1', message: 'Must be at least 0' },
  ])
  const refused = await send(csv, seller)
  expect([refused.status, refused.body.detail]).toEqual([400, '20 of 500 rows have a problem'])
  expect(refused.body.errors[0]).toEqual({
    message: 'Line 242: Must not be empty',
    field: 'title',
  })
  expect(await productsOf(seller)).toEqual([])
})

test('an import creates and changes products, and stock changes are in the ledger', async () => {
  const seller = newUser()
  const id = await sellNew(service, 5, seller)
  const untouched = await sellNew(service, 5, seller)
  const { status, body } = await send(
    fileOf([`${id},Bowl,Round,garden,3.5,8,`, `${untouched},Mug,,,12.5,,`, ",'=Cup,,,1,2,yes"]),
    seller,
  )
  expect([status, body.status, body.rows, body.created, body.updated]).toEqual([
    202,
    'running',
    3,
    1,
    2,
  ])
  expect(await finished(body.id, seller)).toMatchObject({ done: 3, failed: [] })
  const [cup, bowl, mug] = await productsOf(seller)
  expect(cup).toMatchObject({ title: '=Cup', price: 100, quantity: 2, off: ['draft'] })
  expect(bowl).toMatchObject({
    title: 'Bowl',
    description: 'Round',
    category: 'garden',
    price: 350,
    quantity: 8,
    available: 8,
    version: 1,
  })
  expect(mug).toMatchObject({ version: 0 })
  expect(await changesOf(service, id)).toEqual([
    ['opening', 5, 5],
    ['import', 3, 8],
  ])
})

test('what cannot be written any more is named, and the rest is written', async () => {
  const seller = newUser()
  const held = await sellNew(service, 5, seller)
  const products = service.db.collection('products')
  await products.updateMany({ userId: seller.sub }, { $set: { available: 2 } })
  const { body } = await send(fileOf([`${held},Mug,,,1,1,`, ...newLines(1)]), seller)
  expect((await finished(body.id, seller)).failed).toEqual([
    { line: 2, message: '3 are reserved for orders, so the quantity cannot be lower' },
  ])
  expect(await productsOf(seller)).toHaveLength(2)
})

test('the same Idempotency-Key returns the same import, and another file is refused', async () => {
  const seller = newUser()
  const [key, csv] = [newId(), fileOf(newLines(3))]
  const sent = await Promise.all([send(csv, seller, key), send(csv, seller, key)])
  expect(sent.map(({ status }) => status)).toEqual([202, 202])
  expect(sent[0]?.body.id).toBe(sent[1]?.body.id)
  await finished(sent[0]?.body.id, seller)
  expect((await send(csv, seller, key)).body).toMatchObject({ id: sent[0]?.body.id, done: 3 })
  expect(await productsOf(seller)).toHaveLength(3)
  const other = await send(fileOf(newLines(4)), seller, key)
  expect([other.status, other.body.type]).toEqual([409, '/problems/idempotency-mismatch'])
})

test('a second import at the same time is refused', async () => {
  const seller = newUser()
  const { body } = await send(fileOf(newLines(300)), seller)
  const second = await send(fileOf(newLines(1)), seller)
  expect([second.status, second.body.type]).toEqual([409, '/problems/import-running'])
  expect((await send(fileOf(newLines(1)))).status).toBe(202)
  await finished(body.id, seller)
  expect((await send(fileOf(newLines(1)), seller)).status).toBe(202)
})

test('an import belongs to its seller', async () => {
  const seller = newUser()
  const { id } = (await send(fileOf(newLines(1)), seller)).body
  const path = `/api/products/imports/${id}`
  expect((await service.call('GET', path)).status).toBe(401)
  expect((await service.call('GET', path, { as: newUser('guest') })).status).toBe(403)
  expect((await service.call('GET', path, { as: newUser() })).status).toBe(404)
  const foreign = await sellNew(service, 1)
  const { body } = await check(fileOf([`${foreign},Mug,,,1,1,`]), seller)
  expect(body.problems).toEqual([
    { line: 2, column: 'id', value: foreign, message: 'Not one of your products' },
  ])
})

test('POST /api/products/import returns 400, 401, 403, 413 and 415', async () => {
  const as = newUser()
  const csv = fileOf(newLines(1))
  expect((await service.call('POST', PATH, { as, json: { csv } })).status).toBe(400)
  expect((await send('title\nMug', as)).status).toBe(400)
  expect((await send('x'.repeat(2_000_001), as)).body.errors[0]).toEqual({
    message: 'The limit is 2 MB',
    field: 'csv',
  })
  expect((await service.call('POST', PATH, { json: { csv } })).status).toBe(401)
  expect((await send(csv, newUser('guest'))).status).toBe(403)
  expect((await send('x'.repeat(6_500_000), as)).status).toBe(413)
  expect((await service.call('POST', PATH, { as, body: csv })).status).toBe(415)
})
