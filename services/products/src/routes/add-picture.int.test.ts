import { afterAll, beforeAll, expect, test } from 'bun:test'
import { MAX_PICTURES } from '@shop/shared/contracts'
import { eventually, newId, newUser, type TestService } from '@shop/shared/testing'
import {
  altsOf,
  form,
  namesOf,
  picture,
  png,
  sellNew,
  lastEventOf,
  startProducts,
  widthsOf,
} from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const seller = newUser()
const add = (id: string, body: FormData, as = seller) =>
  service.call('POST', `/api/products/${id}/images`, { as, body })
const addColour = async (id: string, colour: string, as = seller) =>
  add(id, form({ alt: colour }, await png(colour)), as)
/** The seller in another session: each session may upload two pictures at once. */
const elsewhere = () => ({ ...newUser(), guestIds: [seller.sub] })
const show = async (id: string) => (await service.call('GET', `/api/products/${id}`)).body
const colour = (n: number) => `rgb(${n * 20}, 0, 0)`
const uploads = () => service.db.collection('uploads').countDocuments()

test('POST /api/products/:id/images adds a picture after the others', async () => {
  const id = await sellNew(service, 1, seller)
  await addColour(id, 'red')
  const { status, body } = await addColour(id, 'blue')
  expect([status, body.version]).toEqual([201, 2])
  expect(altsOf(body)).toEqual(['red', 'blue'])
  expect(body.imageUrl).toBe(body.images[0].url)
  expect(await show(id)).toEqual(body)
  for (const { url } of body.images)
    for (const width of widthsOf(url)) expect((await fetch(width)).status).toBe(200)
  expect(await uploads()).toBe(0)
})

test('only a change of the first picture is published', async () => {
  const published = service.published('product:updated')
  const id = await sellNew(service, 1, seller)
  const first = (await addColour(id, 'red')).body
  const lastEvent = await lastEventOf(service, id)
  await eventually(() =>
    expect(published.find((event) => event.id === id)?.imageUrl).toBe(first.imageUrl),
  )
  expect((await addColour(id, 'blue')).body.version).toBe(2)
  expect(lastEvent).toBeNumber()
  expect(await lastEventOf(service, id)).toBe(lastEvent)
})

test.each([undefined, '', '   '])(
  'POST /api/products/:id/images with the alt text %p uses the title',
  async (alt) => {
    const id = await sellNew(service, 1, seller)
    const { body } = await add(id, form(alt === undefined ? {} : { alt }, await png('red')))
    expect(altsOf(body)).toEqual(['Mug'])
  },
)

test('POST /api/products/:id/images with the same picture updates its alt text', async () => {
  const id = await sellNew(service, 1, seller)
  const before = (await addColour(id, 'red')).body
  const again = await addColour(id, 'red')
  expect([again.status, again.body]).toEqual([201, before])
  const other = await add(id, form({ alt: ' from the side ' }, await png('red')))
  expect(altsOf(other.body)).toEqual(['from the side'])
  expect(other.body.images[0].url).toBe(before.images[0].url)
  for (const url of widthsOf(before.imageUrl)) expect((await fetch(url)).status).toBe(200)
})

test('POST /api/products/:id/images refuses a ninth picture and stores nothing', async () => {
  const id = await sellNew(service, 1, seller)
  for (let n = 0; n < MAX_PICTURES; n += 1) await addColour(id, colour(n))
  const { status, body } = await addColour(id, colour(MAX_PICTURES))
  expect([status, body.type, body.errors[0].field]).toEqual([400, '/problems/validation', 'image'])
  const product = await show(id)
  expect(altsOf(product)).toEqual(Array.from({ length: MAX_PICTURES }, (_, n) => colour(n)))
  expect(product.version).toBe(MAX_PICTURES)
})

test('of many pictures at once none is lost, and those beyond the eighth are removed', async () => {
  const [id, other] = [await sellNew(service, 1, seller), await sellNew(service, 1, seller)]
  const colours = Array.from({ length: MAX_PICTURES + 4 }, (_, n) => colour(n))
  const responses = await Promise.all(colours.map((each) => addColour(id, each, elsewhere())))
  const refused = colours.filter((_, n) => responses[n]?.status === 400)
  expect(refused).toHaveLength(4)
  const product = await show(id)
  expect(new Set(altsOf(product))).toEqual(new Set(colours.filter((c) => !refused.includes(c))))
  expect(new Set(namesOf(product)).size).toBe(MAX_PICTURES)
  const { body } = await addColour(other, refused[0] ?? '')
  expect((await fetch(body.imageUrl.replace(other, id))).status).toBe(404)
  expect(await uploads()).toBe(0)
})

test.each([
  ['no file', form({ alt: 'x' }), 400, 'image'],
  ['a text for a file', form({ image: 'x' }), 400, 'image'],
  ['words that are too long', form({ alt: 'x'.repeat(201) }), 400, 'alt'],
  ['what it does not know', form({ title: 'x' }), 400, 'title'],
  ['HTML that calls itself PNG', form({}, Buffer.from('<html></html>')), 415, undefined],
  ['an SVG', form({}, Buffer.from('<svg/>')), 415, undefined],
  ['5 MiB and a byte', form({}, Buffer.alloc(5 * 1024 * 1024 + 1)), 413, undefined],
  ['more than a body may have', form({}, Buffer.alloc(6 * 1024 * 1024)), 413, undefined],
])('POST /api/products/:id/images refuses %s', async (_, data, expected, field) => {
  const id = await sellNew(service, 1, seller)
  const { status, body } = await add(id, data)
  expect([status, body.errors[0].field]).toEqual([expected, field])
  expect(await show(id)).toMatchObject({ images: [], version: 0 })
})

test('POST /api/products/:id/images returns 415 for anything but multipart', async () => {
  const path = `/api/products/${await sellNew(service, 1, seller)}/images`
  const send = (type: string) =>
    service.call('POST', path, { as: seller, body: '{}', headers: { 'content-type': type } })
  for (const type of ['application/json', 'multipart/form-data', 'image/png'])
    expect((await send(type)).status).toBe(415)
  expect((await send('multipart/form-data; boundary=x')).status).toBe(400)
})

test('POST /api/products/:id/images is for the owner only', async () => {
  const id = await sellNew(service, 1, seller)
  const body = () => picture(9, 9).png().toBuffer()
  const call = { body: form({}, await body()) }
  expect((await service.call('POST', `/api/products/${id}/images`, call)).status).toBe(401)
  for (const as of [newUser('guest'), newUser(), newUser('admin')])
    expect((await add(id, form({}, await body()), as)).status).toBe(403)
  expect((await show(id)).images).toEqual([])
  for (const unknown of [newId(), 'abc'])
    expect((await add(unknown, form({}, await body()))).status).toBe(404)
})
