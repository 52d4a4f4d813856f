import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser, type TestService } from '@shop/shared/testing'
import {
  altsOf,
  form,
  namesOf,
  png,
  sellPictured,
  lastEventOf,
  startProducts,
} from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const seller = newUser()
const put = (id: string, wanted: unknown, as = seller) =>
  service.call('PUT', `/api/products/${id}/images`, { as, json: { order: wanted } })
const show = async (id: string) => (await service.call('GET', `/api/products/${id}`)).body
const sell = (...colours: string[]) => sellPictured(service, seller, colours)

test('PUT /api/products/:id/images reorders the pictures', async () => {
  const published = service.published('product:updated')
  const product = await sell('red', 'green', 'blue')
  const { status, body } = await put(product.id, namesOf(product).toReversed())
  expect([status, body.version]).toEqual([200, product.version + 1])
  expect(altsOf(body)).toEqual(['blue', 'green', 'red'])
  expect(await show(product.id)).toEqual(body)
  await eventually(() =>
    expect(published.findLast(({ id }) => id === product.id)?.imageUrl).toBe(body.imageUrl),
  )
})

test('the same order changes nothing, and one with the same first picture is not published', async () => {
  const product = await sell('red', 'green', 'blue')
  const [red, green, blue] = namesOf(product)
  const lastEvent = await lastEventOf(service, product.id)
  expect((await put(product.id, [red, green, blue])).body).toEqual(product)
  const { body } = await put(product.id, [red, blue, green])
  expect(body.version).toBe(product.version + 1)
  expect(await lastEventOf(service, product.id)).toBe(lastEvent)
  await put(product.id, [blue, red, green])
  expect(await lastEventOf(service, product.id)).not.toBe(lastEvent)
})

test('a product without pictures accepts the empty order', async () => {
  const { id } = await sell()
  expect((await put(id, [])).body.version).toBe(0)
})

test('PUT /api/products/:id/images returns 400 unless it lists every picture exactly once', async () => {
  const product = await sell('red', 'green')
  const [red, green] = namesOf(product)
  const wrong = [[], [red], [red, red], [red, green, red], [red, 'x'], [red, green, 'x'], 'x', {}]
  for (const order of [...wrong, Array.from({ length: 9 }, () => red), [red, 1], undefined]) {
    const { status, body } = await put(product.id, order)
    expect([status, body.errors[0].field]).toEqual([400, expect.stringMatching(/^order/)])
  }
  expect(await show(product.id)).toEqual(product)
})

test('concurrent reordering, additions and removals keep every picture exactly once', async () => {
  const product = await sell('red', 'green', 'blue')
  const names = namesOf(product)
  const path = `/api/products/${product.id}/images`
  const body = form({ alt: 'white' }, await png('white'))
  const responses = await Promise.all([
    service.call('POST', path, { as: seller, body }),
    service.call('DELETE', `${path}/${names[1]}`, { as: seller }),
    ...Array.from({ length: 5 }, (_, n) =>
      put(product.id, n % 2 === 0 ? names.toReversed() : names),
    ),
  ])
  expect(responses.slice(0, 2).map(({ status }) => status)).toEqual([201, 204])
  for (const { status } of responses.slice(2)) expect([200, 400]).toContain(status)
  expect(altsOf(await show(product.id)).toSorted()).toEqual(['blue', 'red', 'white'])
})

test('a new first picture that exists already is moved, not duplicated', async () => {
  const product = await sell('red', 'green', 'blue')
  const body = form({ title: 'Mug', price: '12.50' }, await png('blue'))
  const edited = await service.call('PUT', `/api/products/${product.id}`, { as: seller, body })
  expect(edited.status).toBe(200)
  expect(altsOf(edited.body)).toEqual(['Mug', 'green'])
  expect(edited.body.imageUrl).toBe(product.images[2].url)
})

test('PUT /api/products/:id/images is for the owner only', async () => {
  const product = await sell('red', 'green')
  const order = namesOf(product).toReversed()
  const path = `/api/products/${product.id}/images`
  expect((await service.call('PUT', path, { json: { order } })).status).toBe(401)
  for (const as of [newUser('guest'), newUser(), newUser('admin')])
    expect((await put(product.id, order, as)).status).toBe(403)
  expect(await show(product.id)).toEqual(product)
  for (const id of [newId(), 'abc']) expect((await put(id, order)).status).toBe(404)
})

test('PUT /api/products/:id/images returns 415 and 413 for unsupported and large bodies', async () => {
  const path = `/api/products/${(await sell()).id}/images`
  const call = { as: seller, body: 'x', headers: { 'content-type': 'text/plain' } }
  expect((await service.call('PUT', path, call)).status).toBe(415)
  const json = { order: ['x'.repeat(70_000)] }
  expect((await service.call('PUT', path, { as: seller, json })).status).toBe(413)
})
