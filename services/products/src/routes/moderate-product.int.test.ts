import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser, type TestService } from '@shop/shared/testing'
import {
  form,
  newPayment,
  png,
  replicaOf,
  reservationOf,
  sellNew,
  sellPictured,
  startProducts,
} from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const [seller, staff] = [newUser(), newUser('admin')]
const json = { reason: 'This brand does not make mugs.' }
const act = (verb: string, id: string, as = staff) =>
  service.call('POST', `/api/products/${id}/${verb}`, { as, json })
const statusOf = async (id: string, as?: ReturnType<typeof newUser>) =>
  (await service.call('GET', `/api/products/${id}`, as && { as })).status

test('POST /api/products/:id/hide hides a product from all but its seller and staff, who read why', async () => {
  const moderated = service.published('product:moderated')
  const updated = service.published('product:updated')
  const id = await sellNew(service, 5, seller)
  const { status, body } = await act('hide', id)
  expect([status, body.archived, body.off]).toEqual([200, true, ['hidden']])
  expect(body.hiding).toEqual({ ...json, at: expect.any(String) })
  expect(await Promise.all([statusOf(id), statusOf(id, newUser())])).toEqual([404, 404])
  expect(await Promise.all([statusOf(id, seller), statusOf(id, staff)])).toEqual([200, 200])
  const { body: list } = await service.call('GET', `/api/products?seller=${seller.sub}`)
  expect(list.items.some((each: { id: string }) => each.id === id)).toBe(false)
  await eventually(() => {
    expect(moderated.find(({ productId }) => productId === id)).toMatchObject({
      userId: seller.sub,
      title: 'Mug',
      act: 'hide',
      ...json,
    })
    const event = updated.find((each) => each.id === id)
    expect(event).toMatchObject({ archived: true, title: '', imageUrl: null })
  })
})

test('restoring does not show a hidden product, and showing does not restore an archived one', async () => {
  const id = await sellNew(service, 5, seller)
  await act('hide', id)
  await service.call('DELETE', `/api/products/${id}`, { as: seller })
  await service.call('POST', `/api/products/${id}/restore`, { as: seller })
  expect(await statusOf(id)).toBe(404)
  await service.call('DELETE', `/api/products/${id}`, { as: seller })
  const { body } = await act('unhide', id)
  expect([body.off, body.hiding]).toEqual([['archived'], undefined])
  expect(await statusOf(id)).toBe(200)
})

test('hiding is stored, and mailed, once', async () => {
  const id = await sellNew(service, 5, seller)
  await Promise.all(Array.from({ length: 5 }, () => act('hide', id)))
  await act('hide', id)
  expect(await service.db.collection('moderations').countDocuments({ productId: id })).toBe(1)
  await act('unhide', id)
  await act('hide', id)
  expect(await service.db.collection('moderations').countDocuments({ productId: id })).toBe(3)
  expect((await service.call('GET', `/api/products/${id}`, { as: seller })).body.off).toEqual([
    'hidden',
  ])
})

test('a hidden product cannot be reserved; a sale whose goods are reserved goes on', async () => {
  const [id, replica] = [await sellNew(service, 5, seller), replicaOf(service)]
  const [before, after] = [newPayment({ [id]: 1 }), newPayment({ [id]: 1 })]
  await replica.authorized(before)
  await act('hide', id)
  await replica.authorized(after)
  expect((await reservationOf(service, after))?.['state']).toBe('Rejected')
  await replica.created({ ...before, stripeId: 'ch_1' })
  expect((await reservationOf(service, before))?.['state']).toBe('Committed')
})

test('staff may remove the pictures of a product', async () => {
  const product = await sellPictured(service, seller, ['red'])
  const [{ url }] = product.images
  const name = url.split('/').at(-1).replace('-1200.webp', '')
  const path = `/api/products/${product.id}/images`
  const stranger = { as: newUser() }
  expect((await service.call('DELETE', `${path}/${name}`, stranger)).status).toBe(403)
  expect((await service.call('DELETE', `${path}/${name}`, { as: staff })).status).toBe(204)
  const body = form({ alt: 'blue' }, await png('blue'))
  expect((await service.call('POST', path, { as: staff, body })).status).toBe(403)
})

test.each(['hide', 'unhide'])('POST /api/products/:id/%s is for staff', async (verb) => {
  const id = await sellNew(service, 5, seller)
  const path = `/api/products/${id}/${verb}`
  expect((await service.call('POST', path, { json })).status).toBe(401)
  expect((await act(verb, id, seller)).status).toBe(403)
  expect((await act(verb, newId())).status).toBe(404)
  expect((await service.call('POST', path, { as: staff, json: {} })).status).toBe(400)
  expect((await service.call('POST', path, { as: staff, body: '{}' })).status).toBe(415)
  const large = { reason: 'x'.repeat(70_000) }
  expect((await service.call('POST', path, { as: staff, json: large })).status).toBe(413)
})
