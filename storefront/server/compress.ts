import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { createMiddleware } from 'hono/factory'

const TEXT =
  /^(text\/(?!event-stream)|application\/(json|javascript|xml|manifest\+json)|image\/svg)/
const BROTLI_QUALITY = 4
const GZIP_LEVEL = 5

const FORMATS = {
  br: () =>
    createBrotliCompress({
      flush: constants.BROTLI_OPERATION_FLUSH,
      params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
    }),
  gzip: () => createGzip({ level: GZIP_LEVEL, flush: constants.Z_SYNC_FLUSH }),
}

/** Compresses text piece by piece, so that a streamed page arrives as it is made; hono/compress holds it back. */
export const compress = createMiddleware(async (c, next) => {
  await next()
  const { body, headers, status, statusText } = c.res
  if (body === null || headers.has('content-encoding')) return
  if (c.req.method === 'HEAD' || !TEXT.test(headers.get('content-type') ?? '')) return
  headers.append('vary', 'accept-encoding')
  const accepted = c.req.header('accept-encoding') ?? ''
  const format = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null
  if (format === null) return
  const compressed = new Headers(headers)
  compressed.delete('content-length')
  compressed.set('content-encoding', format)
  c.res = undefined
  c.res = new Response(compressedBy(FORMATS[format](), body), {
    status,
    statusText,
    headers: compressed,
  })
})

type Compressor = ReturnType<(typeof FORMATS)[keyof typeof FORMATS]>

function compressedBy(zip: Compressor, body: ReadableStream<Uint8Array>) {
  return new ReadableStream<Uint8Array>({
    start(out) {
      zip.on('data', (piece: Buffer) => out.enqueue(new Uint8Array(piece)))
      zip.on('end', () => out.close())
      zip.on('error', (error) => out.error(error))
      void feed(zip, body)
    },
    cancel() {
      zip.destroy()
    },
  })
}

async function feed(zip: Compressor, body: ReadableStream<Uint8Array>): Promise<void> {
  try {
    for await (const piece of body)
      if (!zip.write(piece)) await new Promise((resolve) => zip.once('drain', resolve))
    zip.end()
  } catch (error) {
    zip.destroy(error instanceof Error ? error : new Error(String(error)))
  }
}
