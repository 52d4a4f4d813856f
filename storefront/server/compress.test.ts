import { expect, test } from 'bun:test'
import { brotliDecompressSync, createBrotliDecompress, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { compress } from './compress.ts'

const PIECES = ['<p>first</p>', '<p>second</p>']

/** A page whose second piece is made when `goOn` is called. */
function createPage() {
  const { promise: more, resolve: goOn } = Promise.withResolvers<void>()
  const { promise: left, resolve: leave } = Promise.withResolvers<void>()
  const encoder = new TextEncoder()
  const app = new Hono().use(compress).get('/', (c) => {
    const body = new ReadableStream<Uint8Array>({
      async start(out) {
        out.enqueue(encoder.encode(PIECES[0]))
        await more
        out.enqueue(encoder.encode(PIECES[1]))
        out.close()
      },
      cancel: () => leave(),
    })
    return c.body(body, 200, { 'content-type': 'text/html; charset=utf-8' })
  })
  const ask = (accepted: string) => app.request('/', { headers: { 'accept-encoding': accepted } })
  return { ask, goOn, left }
}

test('each piece arrives as it is made', async () => {
  const { ask, goOn } = createPage()
  const reader = ((await ask('br')).body as ReadableStream<Uint8Array>).getReader()
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
])('%p is answered by %p, whole', async (accepted, format, unzip) => {
  const { ask, goOn } = createPage()
  goOn()
  const reply = await ask(accepted)
  expect(reply.headers.get('content-encoding')).toBe(format)
  expect(reply.headers.get('vary')).toBe('accept-encoding')
  expect(unzip(await reply.bytes()).toString()).toBe(PIECES.join(''))
})

test.each(['', 'zstd', 'br;q=0'])('%p is answered as it is', async (accepted) => {
  const { ask, goOn } = createPage()
  goOn()
  const reply = await ask(accepted)
  expect(reply.headers.get('content-encoding')).toBeNull()
  expect(await reply.text()).toBe(PIECES.join(''))
})

test('a page whose reader leaves is not made any further', async () => {
  const { ask, left } = createPage()
  const reader = ((await ask('gzip')).body as ReadableStream<Uint8Array>).getReader()
  await reader.read()
  await reader.cancel()
  await left
})
