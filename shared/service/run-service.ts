import { MAX_UPLOAD_BYTES, type ServiceName } from '../contracts/index.ts'
import { serve } from '../http/index.ts'
import { createLog } from '../log/index.ts'
import { measureProcess } from '../metrics/index.ts'
import { startTracing } from '../tracing/index.ts'
import type { ServiceConfig } from './config.ts'
import { startService, type CreateService } from './start-service.ts'

/** Above every limit of a route, with its own problem response. */
const MAX_BODY_BYTES = MAX_UPLOAD_BYTES + 1024 * 1024

/** Runs a service as a process: serves at once, is ready when its servers are, drains on SIGTERM. */
export function runService<C extends ServiceConfig>(
  name: ServiceName,
  config: C,
  create: CreateService<C>,
) {
  measureProcess(name)
  const stopTracing = startTracing(name, createLog(name, config.LOG_LEVEL))
  const { app, log, started, drain, stop } = startService(name, config, create)
  serve({
    host: config.HOST,
    port: config.PORT,
    fetch: app.fetch,
    log,
    maxBodyBytes: MAX_BODY_BYTES,
    drain,
    close: () => stop().finally(stopTracing),
  })
  started.catch((error: unknown) => {
    log.error({ error }, 'cannot start')
    process.exit(1)
  })
}
