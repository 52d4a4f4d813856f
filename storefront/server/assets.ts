import { Hono } from 'hono'
import { serveStatic } from 'hono/bun'

const CLIENT = 'build/client'

/** The built scripts, styles and fonts; their names contain a hash, so they can be cached forever. */
export const assets = new Hono()
  .use(
    '/assets/*',
    serveStatic({
      root: CLIENT,
      precompressed: true,
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  .use(
    '/:icon{favicon\\.svg|favicon\\.ico|apple-touch-icon\\.png}',
    serveStatic({
      root: CLIENT,
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=86400'),
    }),
  )
