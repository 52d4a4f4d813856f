import { afterAll, beforeAll, beforeEach, expect, test } from 'bun:test'
import { newId, newUser, type TestService } from '@shop/shared/testing'
import { sellNew, startProducts } from '../testing/index.ts'

let service: TestService
let id: string
beforeAll(async () => (service = await startProducts()))
beforeEach(async () => {
  await service.db.collection('reports').deleteMany({})
  id = await sellNew(service, 5, seller)
})
afterAll(() => service.stop())

const [seller, staff] = [newUser(), newUser('admin')]
const json = { reason: 'counterfeit', note: 'They make no mugs.' }
const post = (path: string, as = staff, body: object = json) =>
  service.call('POST', `/api/products/${path}`, { as, json: body })
const report = (product = id, as = newUser()) => post(`${product}/reports`, as)
const list = async (query = '') =>
  (await service.call('GET', `/api/products/reports?${query}`, { as: staff })).body
const idsOf = ({ items }: { items: { product: { id: string } }[] }) =>
  items.map(({ product }) => product.id)

test('a report is stored once for each person and product, also of guests', async () => {
  const guest = newUser('guest')
  const sent = await Promise.all([report(id, guest), report(id, guest), report(id)])
  expect(sent.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(sent[0]?.body).toEqual({ ...json, at: expect.any(String) })
  const { items, counts } = await list()
  expect(items).toHaveLength(1)
  expect(items[0].reports).toHaveLength(2)
  expect(JSON.stringify(items[0].reports)).not.toContain(guest.sub)
  expect(counts).toEqual({ open: 1, appeals: 0, hidden: 0, dismissed: 0 })
})

test('a person can report ten products a day', async () => {
  const as = newUser()
  const reports = service.db.collection('reports')
  await reports.insertMany(
    Array.from({ length: 10 }, () => ({ productId: newId(), userId: as.sub, at: new Date() })),
  )
  const refused = await report(id, as)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '86400'])
  await reports.updateOne({ userId: as.sub }, { $set: { at: new Date(Date.now() - 90_000_000) } })
  expect((await report(id, as)).status).toBe(201)
})

test('dismissed reports leave the list and do not come back', async () => {
  const as = newUser()
  await report(id, as)
  expect((await post(`reports/${id}/dismiss`)).status).toBe(204)
  await report(id, as)
  expect(idsOf(await list())).toEqual([])
  expect(idsOf(await list('status=dismissed'))).toEqual([id])
  await report()
  expect(idsOf(await list())).toEqual([id])
})

test('hiding settles the reports; the appeal of the seller is listed until it is answered', async () => {
  await report()
  await post(`${id}/hide`, staff, { reason: 'Counterfeit' })
  const hidden = await list('status=hidden')
  expect(idsOf(await list())).toEqual([])
  expect(idsOf(hidden)).toContain(id)
  const found = hidden.items.find(({ product }: { product: { id: string } }) => product.id === id)
  expect(found.acts).toMatchObject([{ act: 'hide', reason: 'Counterfeit', by: staff.sub }])

  const note = 'They began last year.\nSee their catalog: $100'
  const appealed = await post(`${id}/appeal`, seller, { note })
  expect([appealed.status, appealed.body.hiding.appeal.note]).toEqual([201, note])
  const again = await post(`${id}/appeal`, seller, { note })
  expect([again.status, again.body.type]).toEqual([409, '/problems/appeal-closed'])
  expect(idsOf(await list('status=appeals'))).toEqual([id])
  await post(`reports/${id}/dismiss`)
  expect(idsOf(await list('status=appeals'))).toEqual([])
  await post(`${id}/unhide`, staff, { reason: 'Genuine' })
  expect((await post(`${id}/appeal`, seller, { note })).status).toBe(409)
  await post(`${id}/hide`, staff, { reason: 'Counterfeit after all' })
  expect((await post(`${id}/appeal`, seller, { note })).status).toBe(201)
})

test('the list is paged, those reported last first', async () => {
  const ids = [id, await sellNew(service, 1, seller), await sellNew(service, 1, seller)]
  for (const each of ids) await report(each)
  const first = await list('limit=2')
  expect(idsOf(first)).toEqual([ids[2] ?? '', ids[1] ?? ''])
  const second = await list(`limit=2&cursor=${first.nextCursor}`)
  expect([idsOf(second), second.nextCursor]).toEqual([[id], null])
  for (const each of ids) await post(`${each}/hide`, staff, { reason: 'Counterfeit' })
  const hidden = await list('status=hidden&limit=2')
  expect(idsOf(hidden)).toEqual([ids[2] ?? '', ids[1] ?? ''])
  expect(idsOf(await list(`status=hidden&limit=1&cursor=${hidden.nextCursor}`))).toEqual([id])
})

test('who may do what', async () => {
  const path = `/api/products/${id}`
  expect((await service.call('POST', `${path}/reports`, { json })).status).toBe(401)
  for (const body of [{}, { reason: 'ugly' }, { ...json, note: 'x'.repeat(501) }])
    expect((await post(`${id}/reports`, newUser(), body)).status).toBe(400)
  for (const unknown of [newId(), 'abc']) expect((await report(unknown)).status).toBe(404)
  expect((await service.call('GET', '/api/products/reports')).status).toBe(401)
  for (const query of [
    'status=x',
    'cursor=x',
    'cursor=WyJhIiwiNjRiN2YwYzJhMWIyYzNkNGU1ZjYwNzAzIl0',
  ])
    expect(
      (await service.call('GET', `/api/products/reports?${query}`, { as: staff })).status,
    ).toBe(400)
  expect((await service.call('GET', '/api/products/reports', { as: seller })).status).toBe(403)
  expect((await service.call('POST', `/api/products/reports/${id}/dismiss`)).status).toBe(401)
  expect((await post(`reports/${id}/dismiss`, seller)).status).toBe(403)
  expect((await post(`reports/${newId()}/dismiss`)).status).toBe(404)
  expect((await service.call('POST', `${path}/appeal`, { json: { note: 'x' } })).status).toBe(401)
  expect((await post(`${id}/appeal`, newUser(), { note: 'x' })).status).toBe(403)
  expect((await post(`${newId()}/appeal`, seller, { note: 'x' })).status).toBe(404)
  expect((await post(`${id}/appeal`, seller, { note: ' ' })).status).toBe(400)
  for (const verb of ['reports', 'appeal']) {
    const large = { as: seller, json: { note: 'x'.repeat(70_000) } }
    expect((await service.call('POST', `${path}/${verb}`, large)).status).toBe(413)
    expect((await service.call('POST', `${path}/${verb}`, { as: seller, body: '{}' })).status).toBe(
      415,
    )
  }
})
