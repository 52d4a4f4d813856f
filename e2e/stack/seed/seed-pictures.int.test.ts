import { afterAll, beforeEach, expect, test } from 'bun:test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ProductResponse } from '@shop/shared/contracts'
import { PRODUCTS, VIEWS } from './catalogue.ts'
import { seedPictures } from './seed-pictures.ts'
import type { DemoListing } from './seed-products.ts'
import { ShopClient } from './shop-client.ts'

const folder = mkdtempSync(join(tmpdir(), 'shop-pictures-'))
const ca = join(folder, 'ca.pem')
writeFileSync(ca, '')

let answers: number[] = []
let uploaded: unknown[] = []
const server = Bun.serve({
  hostname: '127.0.0.1',
  port: 0,
  async fetch(request) {
    const status = answers.shift() ?? 201
    const form = await request.formData()
    if (status === 201) uploaded.push(form.get('alt'))
    return Response.json({}, { status })
  },
})

beforeEach(() => {
  answers = []
  uploaded = []
})

afterAll(async () => {
  await server.stop(true)
  rmSync(folder, { recursive: true })
})

/** A demo product that has the first pictures already. */
function listing(pictures: number): DemoListing {
  const [demo] = PRODUCTS
  if (demo === undefined) throw new Error('the catalogue is empty')
  const images = VIEWS.slice(0, pictures).map((view) => ({ alt: `Mug, ${view}` }))
  const product = { id: '1', title: 'Mug', images } as ProductResponse
  return { client: new ShopClient(server.url.origin, ca), product, demo }
}

const altsFrom = (first: number) => VIEWS.slice(first).map((view) => `Mug, ${view}`)

test('an interrupted run continues with the missing pictures', async () => {
  const counts: number[] = []
  await seedPictures([listing(2)], (done) => counts.push(done))
  expect(uploaded).toEqual(altsFrom(2))
  expect(counts).toEqual([1, 2, 3])
})

test('a picture is sent again while the shop is unavailable', async () => {
  answers = [503, 502, 429]
  await seedPictures([listing(0)], () => {})
  expect(uploaded).toEqual(altsFrom(0))
}, 20_000)

test('a product that its seller has filled with other pictures is left as it is', async () => {
  answers = [400, 400, 400]
  await seedPictures([listing(0)], () => {})
  expect(uploaded).toEqual([])
})
