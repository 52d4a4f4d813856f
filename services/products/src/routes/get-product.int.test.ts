import { afterAll, beforeAll, expect, test } from 'bun:test'
import { ProductResponse } from '@shop/shared/contracts'
import { newId, type TestService } from '@shop/shared/testing'
import * as v from 'valibot'
import { sellNew, startProducts } from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

test('GET /api/products/:id shows a product to anyone, without its bookkeeping', async () => {
  const id = await sellNew(service, 5)
  const { status, body } = await service.call('GET', `/api/products/${id}`)
  expect(status).toBe(200)
  expect(v.parse(ProductResponse, body)).toEqual(body)
})

test('GET /api/products/:id returns 404 for unknown ids', async () => {
  for (const id of [newId(), 'abc', '0'.repeat(25), '[object Object]']) {
    const { status, body } = await service.call('GET', `/api/products/${encodeURIComponent(id)}`)
    expect([status, body.type]).toEqual([404, '/problems/not-found'])
  }
})
