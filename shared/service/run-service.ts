import type { ServiceConfig } from './config.ts'
import { startService, type CreateService } from './start-service.ts'

const DRAIN_MS = 20_000
// Longer than the front doors keep their connections (an Ingress 60 s), so no request meets a closed one.
const IDLE_TIMEOUT_S = 75
const MAX_BODY_BYTES = 7 * 1024 * 1024

/** Runs a service as a process: serves at once, is ready when its servers are, drains on SIGTERM. */
export function runService<C extends ServiceConfig>(
  name: string,
  config: C,
  create: CreateService<C>,
) {
  const service = startService(name, config, create)
  const server = Bun.serve({
    hostname: config.HOST,
    port: config.PORT,
    fetch: service.app.fetch,
    idleTimeout: IDLE_TIMEOUT_S,
    maxRequestBodySize: MAX_BODY_BYTES,
  })
  service.log.info({ url: server.url.href }, 'listening')
  service.started.catch((error: unknown) => {
    service.log.error({ error }, 'cannot start')
    process.exit(1)
  })

  let isStopping = false
  async function shutDown(): Promise<void> {
    if (isStopping) return
    isStopping = true
    service.drain()
    await Promise.race([server.stop(), Bun.sleep(DRAIN_MS)])
    await service.stop()
    service.log.info('stopped')
    process.exit(0)
  }
  process.on('SIGTERM', () => void shutDown())
  process.on('SIGINT', () => void shutDown())
}
