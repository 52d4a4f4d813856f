import { join } from 'node:path'
import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node'
import { notFound } from '@shop/shared/contracts'
import { createApp } from '@shop/shared/http'
import type { Log } from '@shop/shared/log'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { createApi } from '../app/api/client.server.ts'
import { apiDocument } from './api-document.ts'
import { compress } from './compress.ts'
import type { StorefrontConfig } from './config.ts'
import { pageHeaders } from './page-headers.ts'
import { pagePaths } from './page-paths.ts'

/** Renders the page of a request. */
export type Pages = (request: Request, context: AppLoadContext) => Promise<Response>

/** The built pages below a folder, and the patterns of their paths. */
export async function pagesOf(folder: string): Promise<{ pages: Pages; paths: string[] }> {
  const build = (await import(join(folder, 'build/server/index.js'))) as ServerBuild
  return { pages: createRequestHandler(build, 'production'), paths: pagePaths(build.routes) }
}

export interface StorefrontOptions {
  config: StorefrontConfig
  log: Log
  isDev: boolean
  pages: Pages
  /** The patterns of the pages' paths; while developing, pages come and go. */
  paths?: string[]
  /** The page that shows the API, in development. */
  apiDocs?: Hono
}

/** The storefront as a Hono app. */
export function createStorefront({
  config,
  log,
  isDev,
  pages,
  paths = [],
  apiDocs,
}: StorefrontOptions) {
  const settings = {
    origin: config.PUBLIC_ORIGINS[0] ?? '',
    stripeKey: config.STRIPE_PUBLISHABLE_KEY,
    stripeJsUrl: config.STRIPE_JS_URL,
  }
  return (
    createApp({
      log,
      publicOrigins: config.PUBLIC_ORIGINS,
      missing: async () => [],
      isOutage: () => false,
      headers: pageHeaders(config, isDev),
    })
      .use(compress)
      .use(noStore)
      .route('/', apiDocument)
      .route('/', apiDocs ?? new Hono())
      // The front door sends every path here that belongs to no service.
      .all('/api/*', () => {
        throw notFound('Route')
      })
      .on('ALL', [...paths, '*'], async (c) => {
        const requestId = c.get('requestId')
        // The origin guard has checked it; Remix would return 500 for another address of the shop.
        c.req.raw.headers.delete('origin')
        const api = createApi({ config, request: c.req.raw, requestId, log })
        const nonce = (c.get('secureHeadersNonce' as never) as string | undefined) ?? ''
        const response = await pages(c.req.raw, { api, log, nonce, requestId, ...settings })
        response.headers.set('x-request-id', requestId)
        // A cached public response would give one visitor's session to everyone.
        if (!isPublic(response))
          for (const cookie of api.newCookies()) response.headers.append('set-cookie', cookie)
        return response
      })
  )
}

const isPublic = ({ headers }: Response) =>
  headers.get('cache-control')?.includes('public') === true

/** Pages show who is signed in, so they are not cached unless they set their own caching. */
const noStore = createMiddleware(async (c, next) => {
  await next()
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
})
