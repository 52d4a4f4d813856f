import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser, type TestService } from '@shop/shared/testing'
import { addsUp, fileOf, ledgerOf, newLines, sellNew, startProducts } from '../testing/index.ts'
import { startProcess } from '../testing/process.ts'

let service: TestService
beforeAll(async () => (service = await startProducts(undefined, { SWEEP_MS: 100 })))
afterAll(() => service.stop())

test('an import whose process is killed is finished by a sweeper, each row once', async () => {
  const seller = newUser()
  const known = await Promise.all(Array.from({ length: 80 }, () => sellNew(service, 5, seller)))
  const changes = known.map((id, n) => `${id},Bowl ${n},,,2,${n % 9},`)
  const csv = fileOf([...newLines(200), ...changes, ...newLines(200)])
  const process = await startProcess(service)
  const headers = { 'idempotency-key': newId() }
  const response = await process.post('/api/products/import', { csv }, headers, seller)
  expect(response.status).toBe(202)
  const { id } = await response.json()
  const path = `/api/products/imports/${id}`
  const progress = async () => (await service.call('GET', path, { as: seller })).body
  await eventually(async () => expect((await progress()).done).toBeGreaterThan(0))
  await process.kill()
  const left = await progress()
  expect([left.status, left.done < 480]).toEqual(['running', true])

  const imports = service.db.collection('imports')
  await imports.updateMany({ userId: seller.sub }, { $set: { leaseUntil: new Date() } })
  await eventually(async () => expect((await progress()).status).toBe('done'))
  expect(await progress()).toMatchObject({ rows: 480, done: 480, created: 400, failed: [] })
  const products = service.db.collection('products')
  const written = await products.find({ userId: seller.sub }).toArray()
  expect(written).toHaveLength(480)
  for (const product of written) {
    const isKnown = known.includes(String(product._id))
    expect(product['version']).toBe(isKnown ? 1 : 0)
    if (!isKnown) continue
    const moves = await ledgerOf(service, String(product._id))
    expect(addsUp(moves, Number(product['quantity']))).toBe(true)
  }
  const again = await service.call('POST', '/api/products/import', {
    as: seller,
    json: { csv },
    headers,
  })
  expect([again.status, again.body.id]).toEqual([202, id])
}, 30_000)

test('a service that stops leaves its import to another one at once', async () => {
  const second = await startProcess(service)
  const seller = newUser()
  const csv = fileOf(newLines(600))
  const headers = { 'idempotency-key': newId() }
  const response = await second.post('/api/products/import', { csv }, headers, seller)
  const { id } = await response.json()
  await second.stop()
  const path = `/api/products/imports/${id}`
  await eventually(async () => {
    const { body } = await service.call('GET', path, { as: seller })
    expect([body.status, body.done]).toEqual(['done', 600])
  })
}, 30_000)
