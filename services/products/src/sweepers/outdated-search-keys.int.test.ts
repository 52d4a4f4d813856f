import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newUser, type TestService } from '@shop/shared/testing'
import { createProductModel } from '../product-model.ts'
import { ProductRepository } from '../product-repository.ts'
import { sellNew, startProducts } from '../testing/index.ts'
import { outdatedSearchKeys } from './outdated-search-keys.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

test('a product of an earlier release is found by the current search keys', async () => {
  const as = newUser()
  const id = await sellNew(service, 1, as)
  await service.call('PUT', `/api/products/${id}`, { as, json: { title: 'Smørrebrød', price: 1 } })
  const model = createProductModel(service.db)
  const old = { 'search.words': ['SMØRREBRØD'], 'search.title': `SMØRREBRØD\t${id}` }
  await model.updateOne({ _id: id }, { $set: old, $unset: { 'search.edition': 1 } })
  const found = async () => (await service.call('GET', '/api/products?q=smorre')).body.items.length
  expect(await found()).toBe(0)

  const { version } = (await service.call('GET', `/api/products/${id}`)).body
  await outdatedSearchKeys(new ProductRepository(model, () => {})).run()
  expect(await found()).toBe(1)
  expect((await service.call('GET', `/api/products/${id}`)).body.version).toBe(version)
})
