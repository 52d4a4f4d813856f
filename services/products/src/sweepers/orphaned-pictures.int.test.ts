import { afterAll, beforeAll, expect, test } from 'bun:test'
import { pictureName } from '@shop/shared/contracts'
import { eventually, newId, newUser, readStack, type TestService } from '@shop/shared/testing'
import { encodePicture } from '../pictures/encode.ts'
import { pictureKey } from '../pictures/store.ts'
import {
  form,
  pictureDepsOf,
  png,
  sellNew,
  sellPictured,
  startProducts,
  statusesOf,
} from '../testing/index.ts'
import { orphanedPictures } from './orphaned-pictures.ts'

let service: TestService
let deps: Awaited<ReturnType<typeof pictureDepsOf>>
let bucket: string
beforeAll(async () => {
  service = await startProducts()
  deps = await pictureDepsOf(service)
  const { minio } = await readStack()
  bucket = `${minio.url}/${minio.bucket}`
})
afterAll(() => service.stop())

const seller = newUser()
const [red, blue] = [() => png('red'), () => png('blue')]
const uploads = () => service.db.collection('uploads')

/** An upload as a crash before the product's write leaves it. */
async function cutOff(productId: string, image: Uint8Array) {
  const encoded = await encodePicture(image)
  const key = pictureKey(productId, encoded)
  const upload = await deps.uploads.begin(productId, key)
  await deps.pictures.put(key, encoded)
  return { ...upload, url: `${bucket}/${key}` }
}

const age = (hours: number) =>
  uploads().updateMany({}, { $set: { at: new Date(Date.now() - hours * 3_600_000) } })

test('a picture whose product was never stored is removed after a day', async () => {
  const { url } = await cutOff(newId(), await red())
  expect(await statusesOf(url)).toEqual([200, 200, 200])
  await age(25)
  await eventually(async () => expect(await statusesOf(url)).toEqual([404, 404, 404]))
  await eventually(async () => expect(await uploads().countDocuments()).toBe(0))
})

test('a picture that its product never got is removed after a day, and no other', async () => {
  const id = await sellNew(service, 1, seller)
  const call = { as: seller, body: form({ title: 'Mug', price: '12.50' }, await blue()) }
  const { body } = await service.call('PUT', `/api/products/${id}`, call)
  const { url } = await cutOff(id, await red())
  await age(25)
  await eventually(async () => expect(await statusesOf(url)).toEqual([404, 404, 404]))
  expect(await statusesOf(body.imageUrl)).toEqual([200, 200, 200])
})

test('a picture younger than a day is kept', async () => {
  const { url, ...upload } = await cutOff(newId(), await red())
  await age(23)
  await orphanedPictures(deps).run()
  expect(await statusesOf(url)).toEqual([200, 200, 200])
  expect(await uploads().countDocuments()).toBe(1)
  await deps.uploads.end(upload)
  await deps.pictures.remove(upload.key)
})

test('a picture that the product shows or has shown is kept', async () => {
  const id = await sellNew(service, 1, seller)
  const replace = async (image: Uint8Array<ArrayBuffer>) => {
    const { body } = await service.call('PUT', `/api/products/${id}`, {
      as: seller,
      body: form({ title: 'Mug', price: '12.50' }, image),
    })
    return String(body.imageUrl)
  }
  const [before, now] = [await replace(await red()), await replace(await blue())]
  await cutOff(id, await red())
  await cutOff(id, await blue())
  await age(25)
  await eventually(async () => expect(await uploads().countDocuments()).toBe(0))
  for (const url of [before, now]) expect(await statusesOf(url)).toEqual([200, 200, 200])
})

test('a picture of an upload in progress is kept', async () => {
  const id = newId()
  const { url } = await cutOff(id, await red())
  await age(25)
  const again = await cutOff(id, await red())
  await orphanedPictures(deps).run()
  expect(await statusesOf(url)).toEqual([200, 200, 200])
  expect(await uploads().countDocuments()).toBe(1)
  await age(25)
  await orphanedPictures(deps).run()
  expect(await statusesOf(again.url)).toEqual([404, 404, 404])
})

test('a finished upload leaves nothing to sweep', async () => {
  const fields = { title: 'Mug', price: '5', quantity: '1' }
  const call = { as: seller, body: form(fields, await red()) }
  expect((await service.call('POST', '/api/products', call)).status).toBe(201)
  expect(await uploads().countDocuments()).toBe(0)
})

test('uploads that cannot be swept now are retried', async () => {
  const storeless = await startProducts('http://127.0.0.1:1')
  const call = { as: seller, body: form({ title: 'Mug', price: '5', quantity: '1' }, await red()) }
  expect((await storeless.call('POST', '/api/products', call)).status).toBe(503)
  expect(await storeless.db.collection('uploads').countDocuments()).toBe(1)
  await storeless.stop()
})

test('a removed picture is deleted after a day, unless it was ever the first', async () => {
  const product = await sellPictured(service, seller, ['red', 'green', 'blue'])
  const [first, second, third] = product.images.map(({ url }: { url: string }) => url)
  const path = `/api/products/${product.id}/images`
  for (const url of [first, third])
    await service.call('DELETE', `${path}/${pictureName(url)}`, { as: seller })
  await orphanedPictures(deps).run()
  expect(await statusesOf(third)).toEqual([200, 200, 200])
  await age(25)
  await eventually(async () => expect(await uploads().countDocuments()).toBe(0))
  expect(await statusesOf(third)).toEqual([404, 404, 404])
  // Older orders still show the first; the product shows the second.
  for (const url of [first, second]) expect(await statusesOf(url)).toEqual([200, 200, 200])
})

test('a picture that was removed and added again is kept', async () => {
  const product = await sellPictured(service, seller, ['red', 'green'])
  const { url } = product.images[1]
  const path = `/api/products/${product.id}/images`
  await service.call('DELETE', `${path}/${pictureName(url)}`, { as: seller })
  await service.call('POST', path, { as: seller, body: form({}, await png('green')) })
  await age(25)
  await eventually(async () => expect(await uploads().countDocuments()).toBe(0))
  expect(await statusesOf(url)).toEqual([200, 200, 200])
})

test('a crash during the removal of a picture leaves it in place', async () => {
  const product = await sellPictured(service, seller, ['red', 'green'])
  const { url } = product.images[1]
  await deps.uploads.begin(product.id, url.slice(url.indexOf('products/')))
  await age(25)
  await eventually(async () => expect(await uploads().countDocuments()).toBe(0))
  expect(await statusesOf(url)).toEqual([200, 200, 200])
})
