import { Readable, pipeline } from 'node:stream'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { accepts } from 'hono/accepts'
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

/** Compresses each chunk of text at once, so that pages stream; hono/compress buffers them. */
export const compress = createMiddleware(async (c, next) => {
  await next()
  const { body, headers, status, statusText } = c.res
  if (body === null || headers.has('content-encoding')) return
  if (c.req.method === 'HEAD' || !TEXT.test(headers.get('content-type') ?? '')) return
  headers.append('vary', 'accept-encoding')
  const format = accepts(c, {
    header: 'Accept-Encoding',
    supports: Object.keys(FORMATS),
    default: 'identity',
  })
  if (!isFormat(format)) return
  const compressed = new Headers(headers)
  compressed.delete('content-length')
  compressed.set('content-encoding', format)
  const zip = FORMATS[format]()
  // Errors need no handling: the client sees a truncated page, or has disconnected.
  pipeline(Readable.fromWeb(body as never), zip, () => {})
  c.res = undefined
  c.res = new Response(Readable.toWeb(zip) as never, { status, statusText, headers: compressed })
})

function isFormat(format: string): format is keyof typeof FORMATS {
  return Object.hasOwn(FORMATS, format)
}
