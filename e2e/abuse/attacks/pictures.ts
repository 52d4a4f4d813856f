import { eventually, type StackFile } from '@shop/shared/testing'
import { PIXEL, pictureForm } from '../../fixtures/api.ts'
import { atMost, type Attack } from '../kit/attack.ts'
import { call, newCookie } from '../kit/call.ts'
import { crowd } from '../kit/crowd.ts'
import { peakMb } from '../kit/memory.ts'
import { blackPng, type Shape } from '../kit/png.ts'
import { newProduct } from '../kit/products.ts'

const MEMORY_MB = 320
const HONEST_MS = 5000

const BOMBS: Shape[] = [
  { width: 250_000, height: 100 },
  { width: 2_500_000, height: 10 },
  { width: 25_000_000, height: 1 },
  { width: 1, height: 25_000_000 },
  { width: 25_000_000, height: 1, isDeep: true },
  { width: 5000, height: 5000, isDeep: true },
]

async function send(shop: StackFile, image: Uint8Array<ArrayBuffer>, from: string) {
  const { id, cookie } = await newProduct(shop, from)
  const path = `/api/products/${id}/images`
  return call(shop, 'products', 'POST', path, { from, cookie, body: pictureForm({}, image) })
}

const productsOf = ({ services }: StackFile) => services['products']?.pid ?? 0

/** Small files that take much memory or time to decode. */
export const pictures: Attack[] = [
  {
    name: 'small pictures of extreme shapes',
    run: async (shop) => {
      const measures = []
      for (const shape of BOMBS) {
        const image = await blackPng(shape)
        const [, memory] = await peakMb(productsOf(shop), () => send(shop, image, '203.0.113.3'))
        const name = `${shape.width}×${shape.height}${shape.isDeep === true ? ', 64 bits' : ''}`
        measures.push(atMost(`memory of products, ${name}`, memory, MEMORY_MB, 'MB'))
      }
      return measures
    },
  },
  {
    name: '44 small slow pictures of 22 people at once',
    run: async (shop) => {
      const image = await blackPng({ width: 1, height: 25_000_000 })
      const flood = crowd(44, 44, async (index) =>
        send(shop, image, `203.0.113.${10 + (index % 22)}`),
      )
      const startedAt = performance.now()
      // A full queue returns 429.
      await eventually(async () => {
        const { status } = await send(shop, PIXEL, '198.51.100.9')
        if (status !== 201) throw new Error(`the ordinary picture was refused: ${status}`)
      }, 60_000).catch(() => {})
      const honest = performance.now() - startedAt
      const [, memory] = await peakMb(productsOf(shop), () => flood)
      return [
        atMost('until an honest picture is stored', honest, HONEST_MS, 'ms'),
        atMost('memory of products', memory, MEMORY_MB, 'MB'),
      ]
    },
  },
  {
    name: '10 products of 6 MB of JSON at once',
    run: async (shop) => largeJson(shop),
  },
]

async function largeJson(shop: StackFile) {
  const cookie = await newCookie(shop)
  const body = `{"title":"x","a":[${'{},'.repeat(2_000_000)}{}]}`
  const path = '/api/products/000000000000000000000000'
  const [times, memory] = await peakMb(productsOf(shop), async () => {
    const flood = crowd(10, 10, () =>
      call(shop, 'products', 'PUT', path, { cookie, body, type: 'application/json' }),
    )
    const honest = await crowd(20, 1, () => call(shop, 'products', 'GET', '/api/products?limit=1'))
    await flood
    return honest.map(({ ms }) => ms)
  })
  return [
    atMost('memory of products', memory, MEMORY_MB, 'MB'),
    atMost('slowest of 20 reads of the catalogue', Math.max(...times), 500, 'ms'),
  ]
}
