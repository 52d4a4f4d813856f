import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newUser, type TestService } from '@shop/shared/testing'
import { form, picture, sellNew, startProducts, widthsOf } from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const seller = newUser()
const TEXTS = { title: 'Mug', price: '12.50' }
const edit = (id: string, body: FormData) =>
  service.call('PUT', `/api/products/${id}`, { as: seller, body })
const statusOf = async (url: string) => (await fetch(url)).status

const red = () => picture(60, 40, 'red').png().toBuffer()
const blue = () => picture(60, 40, 'blue').png().toBuffer()

test('PUT /api/products/:id replaces the first picture; the old URL still works', async () => {
  const id = await sellNew(service, 1, seller)
  const first = await edit(id, form({ ...TEXTS, title: 'Red' }, await red()))
  expect(first.body.images).toEqual([{ url: first.body.imageUrl, alt: 'Red' }])
  const second = await edit(id, form({ ...TEXTS, price: '3.50' }, await blue()))
  expect(second.status).toBe(200)
  expect(second.body).toMatchObject({ price: 3.5, version: 2 })
  expect(second.body.images).toHaveLength(1)
  expect(second.body.imageUrl).not.toBe(first.body.imageUrl)
  // Orders and copies still show it.
  expect(await statusOf(first.body.imageUrl)).toBe(200)
})

test('PUT /api/products/:id returns 415 for another file type and keeps the old picture', async () => {
  const id = await sellNew(service, 1, seller)
  const { body } = await edit(id, form(TEXTS, await red()))
  const refused = await edit(id, form({ ...TEXTS, title: 'Other' }, Buffer.from('<svg/>')))
  expect(refused.status).toBe(415)
  expect((await service.call('GET', `/api/products/${id}`)).body).toEqual(body)
})

test('PUT /api/products/:id with a stale version stores no picture', async () => {
  const [id, other] = [await sellNew(service, 1, seller), await sellNew(service, 1, seller)]
  const { body } = await edit(other, form(TEXTS, await red()))
  const stale = await edit(id, form({ ...TEXTS, version: '7' }, await red()))
  expect(stale.status).toBe(409)
  expect(await statusOf(body.imageUrl.replace(other, id))).toBe(404)
})

/** Both edits read the same version; the one with the picture takes longer and is refused. */
async function refusedPicture(id: string, image: Uint8Array<ArrayBuffer>, version: number) {
  const data = form({ ...TEXTS, version: String(version) }, image)
  const [refused, written] = await Promise.all([
    edit(id, data),
    service.call('PUT', `/api/products/${id}`, {
      as: seller,
      json: { title: 'First', price: 1, version },
    }),
  ])
  expect([refused.status, written.status]).toEqual([409, 200])
}

const uploads = () => service.db.collection('uploads').countDocuments()

test('a picture is discarded when the product cannot be written', async () => {
  const [id, other] = [await sellNew(service, 1, seller), await sellNew(service, 1, seller)]
  const { body } = await edit(other, form(TEXTS, await red()))
  await refusedPicture(id, await red(), 0)
  for (const url of widthsOf(body.imageUrl.replace(other, id)))
    expect(await statusOf(url)).toBe(404)
  expect(await uploads()).toBe(0)
})

test('a picture that the product shows or has shown is not discarded', async () => {
  const id = await sellNew(service, 1, seller)
  const { body } = await edit(id, form(TEXTS, await red()))
  await refusedPicture(id, await red(), 1)
  for (const url of widthsOf(body.imageUrl)) expect(await statusOf(url)).toBe(200)
  await edit(id, form(TEXTS, await blue()))
  await refusedPicture(id, await red(), 3)
  for (const url of widthsOf(body.imageUrl)) expect(await statusOf(url)).toBe(200)
  expect(await uploads()).toBe(0)
})
