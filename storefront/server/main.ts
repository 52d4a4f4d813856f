import { loadConfig } from '@shop/shared/config'
import { MAX_UPLOAD_BYTES } from '@shop/shared/contracts'
import { createLog } from '@shop/shared/log'
import { Hono } from 'hono'
import { assets } from './assets.ts'
import { storefrontConfig } from './config.ts'
import { stopOnSignals } from './stop-on-signals.ts'
import { createStorefront, pagesOf } from './storefront.ts'

// Longer than the front doors keep their connections (an Ingress 60 s), so no request meets a closed one.
const IDLE_TIMEOUT_S = 75

const config = loadConfig(storefrontConfig)
const log = createLog('storefront', config.LOG_LEVEL)
const pages = await pagesOf(process.cwd())
const storefront = createStorefront({ config, log, isDev: false, pages })
const server = Bun.serve({
  hostname: config.HOST,
  port: config.PORT,
  fetch: new Hono().route('/', assets).route('/', storefront).fetch,
  idleTimeout: IDLE_TIMEOUT_S,
  maxRequestBodySize: MAX_UPLOAD_BYTES,
})
log.info({ url: server.url.href }, 'listening')
stopOnSignals(log, () => server.stop())
