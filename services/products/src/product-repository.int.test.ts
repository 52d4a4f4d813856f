import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { UpdateProductBody } from '@shop/shared/contracts'
import { newUser, type TestService } from '@shop/shared/testing'
import { editOf } from './domain/edit.ts'
import { newProduct, type Picture, type Product } from './domain/product.ts'
import { createProductModel } from './product-model.ts'
import { ProductRepository } from './product-repository.ts'
import { captured, newPayment, replicaOf, startProducts } from './testing/index.ts'

let service: TestService
let products: ProductRepository
beforeAll(async () => {
  service = await startProducts()
  products = new ProductRepository(createProductModel(service.db), () => {})
})
afterAll(() => service.stop())

const edited = (read: Product, changes: Partial<UpdateProductBody>, picture?: Picture) =>
  editOf(read, { title: 'Mug', price: 5, ...changes }, picture)

/** A product as it was read, before something else happens to it. */
async function readThen(happens: (replica: ReturnType<typeof replicaOf>, id: string) => unknown) {
  const body = { title: 'Mug', price: 5, quantity: 10 }
  const read: Product = newProduct(products.newId(), newUser(), body, new Date())
  await products.insert(read)
  await happens(replicaOf(service), read.id)
  return read
}

test('an edit of stock that was sold meanwhile is not written', async () => {
  const read = await readThen(async (replica, id) => {
    const payment = newPayment({ [id]: 1 })
    await replica.authorized(payment)
    await replica.created(captured(payment))
  })
  expect(await products.edit(read.id, edited(read, { quantity: 12 }), read.userId)).toBeNull()
  expect(await products.find(read.id)).toMatchObject({ quantity: 9, available: 9, version: 1 })
})

test('an edit below what was reserved meanwhile is not written', async () => {
  const read = await readThen((replica, id) => replica.authorized(newPayment({ [id]: 4 })))
  expect(await products.edit(read.id, edited(read, { quantity: 3 }), read.userId)).toBeNull()
  expect(await products.edit(read.id, edited(read, { quantity: 4 }), read.userId)).toMatchObject({
    quantity: 4,
    available: 0,
  })
})

test('an edit of text fields is written whatever happened to the stock', async () => {
  const read = await readThen((replica, id) => replica.authorized(newPayment({ [id]: 4 })))
  expect(await products.edit(read.id, edited(read, { title: 'Cup' }), read.userId)).toMatchObject({
    title: 'Cup',
    quantity: 10,
    available: 6,
    version: 1,
  })
})

test('an edit of the first picture is not written when the pictures were changed meanwhile', async () => {
  const pictureOf = (alt: string) => ({ key: `products/p/${alt}-1200.webp`, alt })
  const [red, blue] = [pictureOf('red'), pictureOf('blue')]
  const read = await readThen(() => {})
  expect((await products.setPictures(read, [blue]))?.images).toEqual([blue])
  expect(await products.edit(read.id, edited(read, {}, red), read.userId)).toBeNull()
  const now = await products.find(read.id)
  expect(now && (await products.edit(read.id, edited(now, {}, red), read.userId))?.images).toEqual([
    red,
  ])
  for (const { key } of [red, blue]) expect(await products.references(read.id, key)).toBe(true)
})
