import { loadConfig } from '@shop/shared/config'
import { MAX_UPLOAD_BYTES } from '@shop/shared/contracts'
import { serve } from '@shop/shared/http'
import { createLog } from '@shop/shared/log'
import { measureProcess } from '@shop/shared/metrics'
import { startTracing } from '@shop/shared/tracing'
import { Hono } from 'hono'
import { assets } from './assets.ts'
import { storefrontConfig } from './config.ts'
import { createStorefront, pagesOf } from './storefront.ts'

measureProcess('storefront')
const config = loadConfig(storefrontConfig)
const log = createLog('storefront', config.LOG_LEVEL)
const stopTracing = startTracing('storefront', log)
const built = await pagesOf(process.cwd())
const storefront = createStorefront({ config, log, isDev: false, ...built })

serve({
  host: config.HOST,
  port: config.PORT,
  fetch: new Hono().route('/', assets).route('/', storefront).fetch,
  log,
  maxBodyBytes: MAX_UPLOAD_BYTES,
  close: stopTracing,
})
