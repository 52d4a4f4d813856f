import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { loadConfig } from '@shop/shared/config'
import { exitOnSignals } from '@shop/shared/http'
import { createLog } from '@shop/shared/log'
import { measureProcess } from '@shop/shared/metrics'
import { createServer as createVite } from 'vite'
import { apiDocs } from './api-docs.ts'
import { storefrontConfig } from './config.ts'
import { leadsOutside } from './linked-files.ts'
import { createStorefront } from './storefront.ts'

const HTTPS = 443

measureProcess('storefront')
const config = loadConfig(storefrontConfig)
const log = createLog('storefront', config.LOG_LEVEL)
const http = createServer()
const frontDoor = new URL(config.PUBLIC_ORIGINS[0] ?? '')
const vite = await createVite({
  server: {
    middlewareMode: true,
    allowedHosts: config.PUBLIC_ORIGINS.map((origin) => new URL(origin).hostname),
    // Browsers connect through the front door.
    hmr: { server: http, clientPort: Number(frontDoor.port) || HTTPS },
  },
  appType: 'custom',
  clearScreen: false,
})

const storefront = createStorefront({
  config,
  log,
  isDev: true,
  apiDocs,
  pages: async (request, context) => {
    const build = (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
    return createRequestHandler(build, 'development')(request, context)
  },
})
const listener = getRequestListener(storefront.fetch, { overrideGlobalObjects: false })
http.on('request', (request, response) => {
  if (leadsOutside(request.url ?? '', vite)) response.writeHead(403).end()
  else vite.middlewares(request, response, () => void listener(request, response))
})
http.listen(config.PORT, config.HOST, () => log.info({ port: config.PORT }, 'listening'))
exitOnSignals(log, () => vite.close())
