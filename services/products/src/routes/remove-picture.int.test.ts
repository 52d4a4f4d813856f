import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser, type TestService } from '@shop/shared/testing'
import { altsOf, namesOf, sellPictured, startProducts } from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const seller = newUser()
const remove = (id: string, name: string | undefined, as = seller) =>
  service.call('DELETE', `/api/products/${id}/images/${name}`, { as })
const show = async (id: string) => (await service.call('GET', `/api/products/${id}`)).body
const sell = (...colours: string[]) => sellPictured(service, seller, colours)

test('DELETE /api/products/:id/images/:name removes a picture', async () => {
  const product = await sell('red', 'green', 'blue')
  const { status, body } = await remove(product.id, namesOf(product)[1])
  expect([status, body]).toEqual([204, ''])
  const left = await show(product.id)
  expect(altsOf(left)).toEqual(['red', 'blue'])
  expect([left.imageUrl, left.version]).toEqual([product.imageUrl, product.version + 1])
})

test('removing the first picture publishes the next one', async () => {
  const published = service.published('product:updated')
  const product = await sell('red', 'green')
  const [first, second] = namesOf(product)
  await remove(product.id, first)
  const left = await show(product.id)
  expect(left.imageUrl).toBe(product.images[1].url)
  const last = () => published.findLast(({ id }) => id === product.id)
  await eventually(() => expect(last()?.imageUrl).toBe(left.imageUrl))
  await remove(product.id, second)
  expect(await show(product.id)).toMatchObject({ images: [], imageUrl: null })
  await eventually(() => expect(last()?.imageUrl).toBeNull())
})

test('concurrent removals of one picture succeed once', async () => {
  const product = await sell('red', 'green')
  const [name] = namesOf(product)
  const responses = await Promise.all(Array.from({ length: 6 }, () => remove(product.id, name)))
  expect(responses.filter(({ status }) => status === 204)).toHaveLength(1)
  expect(responses.filter(({ status }) => status === 404)).toHaveLength(5)
  expect(altsOf(await show(product.id))).toEqual(['green'])
})

test('concurrent removals of different pictures all succeed', async () => {
  const product = await sell('red', 'green', 'blue', 'white')
  const names = namesOf(product).slice(1)
  const responses = await Promise.all(names.map((name) => remove(product.id, name)))
  expect(responses.map(({ status }) => status)).toEqual([204, 204, 204])
  expect(altsOf(await show(product.id))).toEqual(['red'])
})

test('DELETE /api/products/:id/images/:name returns 404 for unknown pictures', async () => {
  const { id, ...product } = await sell('red')
  const [name = ''] = namesOf({ images: product.images })
  for (const other of ['x', '..%2f', '%00', `${name}-1200.webp`, name.slice(1)])
    expect((await remove(id, other)).status).toBe(404)
  for (const other of [newId(), 'abc']) expect((await remove(other, name)).status).toBe(404)
  expect((await show(id)).version).toBe(product.version)
})

test('DELETE /api/products/:id/images/:name is for the owner and staff only', async () => {
  const product = await sell('red')
  const [name] = namesOf(product)
  const path = `/api/products/${product.id}/images/${name}`
  expect((await service.call('DELETE', path)).status).toBe(401)
  for (const as of [newUser('guest'), newUser()])
    expect((await remove(product.id, name, as)).status).toBe(403)
  expect(await show(product.id)).toEqual(product)
  expect((await remove(product.id, name, newUser('admin'))).status).toBe(204)
})
