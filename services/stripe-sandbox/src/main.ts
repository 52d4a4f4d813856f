import { loadConfig } from '@shop/shared/config'
import { createLog } from '@shop/shared/log'
import { sandboxConfig } from './config.ts'
import { createSandbox } from './sandbox.ts'

const DRAIN_MS = 5000
const MAX_BODY_BYTES = 1024 * 1024

const config = loadConfig(sandboxConfig)
const log = createLog('stripe-sandbox')
const sandbox = createSandbox(config, log)
const server = Bun.serve({
  hostname: config.HOST,
  port: config.PORT,
  fetch: sandbox.app.fetch,
  idleTimeout: 0,
  maxRequestBodySize: MAX_BODY_BYTES,
})
log.info({ url: server.url.href }, 'listening')

let isStopping = false
async function shutDown(): Promise<void> {
  if (isStopping) return
  isStopping = true
  await Promise.race([server.stop(), Bun.sleep(DRAIN_MS)])
  await sandbox.close()
  log.info('stopped')
  process.exit(0)
}
process.on('SIGTERM', () => void shutDown())
process.on('SIGINT', () => void shutDown())
