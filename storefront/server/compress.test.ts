import { expect, test } from 'bun:test'
import { brotliDecompressSync, createBrotliDecompress, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { compress } from './compress.ts'

const CHUNKS = ['<p>first</p>', '<p>second</p>']

/** A page whose second chunk is sent when `goOn` is called. */
function createPage() {
  const { promise: more, resolve: goOn } = Promise.withResolvers<void>()
  const { promise: left, resolve: leave } = Promise.withResolvers<void>()
  const encoder = new TextEncoder()
  const app = new Hono().use(compress).get('/', (c) => {
    const body = new ReadableStream<Uint8Array>({
      async start(out) {
        out.enqueue(encoder.encode(CHUNKS[0]))
        await more
        out.enqueue(encoder.encode(CHUNKS[1]))
        out.close()
      },
      cancel: () => leave(),
    })
    return c.body(body, 200, { 'content-type': 'text/html; charset=utf-8' })
  })
  const get = (accepted: string) => app.request('/', { headers: { 'accept-encoding': accepted } })
  return { get, goOn, left }
}

test('each chunk arrives as soon as it is written', async () => {
  const { get, goOn } = createPage()
  const reader = ((await get('br')).body as ReadableStream<Uint8Array>).getReader()
  const unzip = createBrotliDecompress()
  const { promise, resolve } = Promise.withResolvers<string>()
  unzip.once('data', (piece: Buffer) => resolve(piece.toString()))
  unzip.write((await reader.read()).value)
  expect(await promise).toBe('<p>first</p>')
  goOn()
})

test.each([
  ['br, gzip', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['gzip;q=1.0, br;q=0.5', 'gzip', gunzipSync],
])('Accept-Encoding %p gets %p', async (accepted, format, unzip) => {
  const { get, goOn } = createPage()
  goOn()
  const response = await get(accepted)
  expect(response.headers.get('content-encoding')).toBe(format)
  expect(response.headers.get('vary')).toBe('accept-encoding')
  expect(unzip(await response.bytes()).toString()).toBe(CHUNKS.join(''))
})

test.each(['', 'zstd', 'br;q=0'])('Accept-Encoding %p gets no compression', async (accepted) => {
  const { get, goOn } = createPage()
  goOn()
  const response = await get(accepted)
  expect(response.headers.get('content-encoding')).toBeNull()
  expect(await response.text()).toBe(CHUNKS.join(''))
})

test('a page stops when its reader disconnects', async () => {
  const { get, left } = createPage()
  const reader = ((await get('gzip')).body as ReadableStream<Uint8Array>).getReader()
  await reader.read()
  await reader.cancel()
  await left
})
