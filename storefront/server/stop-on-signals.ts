import type { Log } from '@shop/shared/log'

const DRAIN_MS = 20_000

/** Ends the process once what it answers is answered. */
export function stopOnSignals(log: Log, stop: () => Promise<void>): void {
  let isStopping = false
  async function shutDown(): Promise<void> {
    if (isStopping) return
    isStopping = true
    await Promise.race([stop(), Bun.sleep(DRAIN_MS)])
    log.info('stopped')
    process.exit(0)
  }
  process.on('SIGTERM', () => void shutDown())
  process.on('SIGINT', () => void shutDown())
}
