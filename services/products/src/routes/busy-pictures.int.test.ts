import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { newUser, type TestService } from '@shop/shared/testing'
import { form, png, sellNew, startProducts } from '../testing/index.ts'

const MANY = 60

let service: TestService
let storeless: TestService
beforeAll(async () => {
  service = await startProducts()
  storeless = await startProducts('http://127.0.0.1:1')
})
afterAll(async () => {
  await service.stop()
  await storeless.stop()
})

const seller = newUser()

describe.each([
  ['PUT', '', { title: 'Mug', price: '12.50' }],
  ['POST', '/images', {}],
])('%s /api/products/:id%s', (method, under, fields) => {
  test('accepts two pictures of one seller at once and returns 429 for the others', async () => {
    const path = `/api/products/${await sellNew(service, 1, seller)}${under}`
    const file = await png('red', 1200, 900)
    const responses = await Promise.all(
      Array.from({ length: MANY }, () =>
        service.call(method, path, { as: seller, body: form(fields, file) }),
      ),
    )
    const refused = responses.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]?.body.type).toBe('/problems/too-many-requests')
    expect(refused[0]?.headers.get('retry-after')).toBeString()
  })

  test('returns 503 and changes nothing while the object store is down', async () => {
    const id = await sellNew(storeless, 1, seller)
    const body = form(fields, await png('red'))
    const path = `/api/products/${id}${under}`
    const { status, headers } = await storeless.call(method, path, { as: seller, body })
    expect([status, headers.get('retry-after')]).toEqual([503, '1'])
    const product = (await storeless.call('GET', `/api/products/${id}`)).body
    expect(product).toMatchObject({ images: [], version: 0 })
  })
})
