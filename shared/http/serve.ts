import type { Log } from '../log/index.ts'

// Longer than the front doors keep their connections (an Ingress 60 s), so no request meets a closed one.
const IDLE_TIMEOUT_S = 75
const DRAIN_MS = 20_000

interface ServeOptions {
  host: string
  port: number
  fetch: (request: Request) => Response | Promise<Response>
  log: Log
  maxBodyBytes: number
  idleTimeoutS?: number
  drainMs?: number
  /** Called first on shutdown: closes long-lived responses. */
  drain?: () => void
  /** Called once open requests are finished, or after `drainMs`. */
  close?: () => Promise<void>
}

/** Serves requests until SIGTERM or SIGINT, then finishes open requests and exits. */
export function serve({
  host,
  port,
  fetch,
  log,
  maxBodyBytes,
  idleTimeoutS = IDLE_TIMEOUT_S,
  drainMs = DRAIN_MS,
  drain,
  close,
}: ServeOptions): void {
  const server = Bun.serve({
    hostname: host,
    port,
    fetch,
    idleTimeout: idleTimeoutS,
    maxRequestBodySize: maxBodyBytes,
  })
  log.info({ url: server.url.href }, 'listening')
  exitOnSignals(log, async () => {
    drain?.()
    await Promise.race([server.stop(), Bun.sleep(drainMs)])
    await close?.()
  })
}

/** Exits on the first SIGTERM or SIGINT, once `stop` resolves. */
export function exitOnSignals(log: Log, stop: () => Promise<void>): void {
  let isStopping = false
  async function shutDown(): Promise<void> {
    if (isStopping) return
    isStopping = true
    await stop()
    log.info('stopped')
    process.exit(0)
  }
  process.on('SIGTERM', () => void shutDown())
  process.on('SIGINT', () => void shutDown())
}
