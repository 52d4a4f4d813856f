import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newUser, type TestService } from '@shop/shared/testing'
import sharp from 'sharp'
import { form, picture, pngHeader, startProducts, widthsOf } from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const seller = newUser()
const fields = { title: 'Teapot', price: '24.50', quantity: '3' }
const create = (body: FormData) => service.call('POST', '/api/products', { as: seller, body })
const count = () => service.db.collection('products').countDocuments()

test('POST /api/products stores a picture in three public widths', async () => {
  const file = await picture(1600, 1200).jpeg().toBuffer()
  const { status, body } = await create(form(fields, file))
  expect([status, body.price, body.quantity]).toEqual([201, 24.5, 3])
  expect(body.images).toEqual([{ url: body.imageUrl, alt: 'Teapot' }])
  expect(body.imageUrl).toMatch(
    new RegExp(`/product-images/products/${body.id}/[0-9a-f]{64}-1200\\.webp$`),
  )
  const widths: number[] = []
  for (const url of widthsOf(body.imageUrl)) {
    const response = await fetch(url)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/webp')
    expect(response.headers.get('content-disposition')).toBe('inline')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    widths.push((await sharp(await response.bytes()).metadata()).width)
  }
  expect(widths).toEqual([1200, 640, 320])
})

test('the URL of a picture is published, its key is stored', async () => {
  const published = service.published('product:created')
  const { body } = await create(form(fields, await picture(10, 10).webp().toBuffer()))
  await eventually(() =>
    expect(published.find(({ id }) => id === body.id)?.imageUrl).toBe(body.imageUrl),
  )
  const found = await service.db.collection('products').findOne({ 'images.0': { $exists: true } })
  expect(found?.['images'][0].key).toStartWith('products/')
  expect(JSON.stringify(found)).not.toContain('http')
})

test('POST /api/products accepts a form without a chosen file', async () => {
  const data = form(fields)
  data.append('image', new File([], ''))
  const { status, body } = await create(data)
  expect([status, body.imageUrl]).toEqual([201, null])
})

test('POST /api/products ignores the file name', async () => {
  const file = await picture(20, 20).png().toBuffer()
  const { status, body } = await create(form(fields, file, '../../../etc/passwd.html'))
  expect(status).toBe(201)
  expect(body.imageUrl).not.toContain('..')
  expect(body.imageUrl).not.toContain('passwd')
})

test('trailing bytes and metadata of a picture are not served', async () => {
  const file = await picture(80, 40)
    .withExif({ IFD0: { Artist: 'secret' } })
    .jpeg()
    .toBuffer()
  const polyglot = Buffer.concat([file, Buffer.from('<script>alert(1)</script>')])
  const { status, body } = await create(form(fields, polyglot))
  expect(status).toBe(201)
  for (const url of widthsOf(body.imageUrl)) {
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
    expect(bytes.includes('<script')).toBe(false)
    expect(bytes.includes('secret')).toBe(false)
  }
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
test.each([
  ['an SVG', Buffer.from(svg), 415],
  ['HTML that calls itself PNG', Buffer.from('<html><script>alert(1)</script></html>'), 415],
  ['a GIF', Buffer.from('GIF89a\x01\0\x01\0', 'latin1'), 415],
  ['nothing', Buffer.alloc(0), 415],
  ['HTML behind the first bytes of a PNG', Buffer.from('\x89PNG\r\n\x1A\n<html>', 'latin1'), 400],
  ['a header of 900 megapixels', pngHeader(30_000, 30_000), 413],
  ['a header of 10,001 pixels per side', pngHeader(10_001, 100), 413],
  ['a header without a picture', pngHeader(100, 100), 400],
  ['5 MiB and a byte', Buffer.alloc(5 * 1024 * 1024 + 1), 413],
  ['6 MB', Buffer.alloc(6_000_000), 413],
  ['more than the body may have', Buffer.alloc(6 * 1024 * 1024), 413],
])('POST /api/products refuses %s and stores nothing', async (_, file, expected) => {
  const before = await count()
  const { status, headers } = await create(form(fields, file))
  expect(status).toBe(expected)
  expect(headers.get('content-type')).toBe('application/problem+json')
  expect(await count()).toBe(before)
})

test('POST /api/products refuses a truncated picture', async () => {
  const whole = await picture(300, 300).png().toBuffer()
  const { status, body } = await create(form(fields, whole.subarray(0, whole.length - 60)))
  expect([status, body.errors[0].field]).toEqual([400, 'image'])
})

test('POST /api/products returns 503 and creates nothing while the object store is down', async () => {
  const storeless = await startProducts('http://127.0.0.1:1')
  const body = form(fields, await picture(20, 20).png().toBuffer())
  const { status, headers } = await storeless.call('POST', '/api/products', { as: seller, body })
  expect([status, headers.get('retry-after')]).toEqual([503, '1'])
  expect(await storeless.db.collection('products').countDocuments()).toBe(0)
  await storeless.stop()
})

test('POST /api/products returns 429 to a flood of pictures and stores the rest', async () => {
  const file = await picture(1200, 900).png().toBuffer()
  const responses = await Promise.all(Array.from({ length: 60 }, () => create(form(fields, file))))
  const refused = responses.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(0)
  expect(refused[0]?.body.type).toBe('/problems/too-many-requests')
  expect(refused[0]?.headers.get('retry-after')).toBeString()
  expect(responses.filter(({ status }) => status === 201).length).toBe(60 - refused.length)
})
