import type { Log } from '@shop/shared/log'
import { createSandboxApp } from './app.ts'
import type { SandboxConfig } from './config.ts'
import { openLedger } from './ledger/open.ts'
import { startRefundClock } from './refund-clock.ts'
import { startCourier } from './webhooks/courier.ts'

/** Opens the ledger, starts the webhook courier and creates the app. */
export function createSandbox(config: SandboxConfig, log: Log) {
  const db = openLedger(config.SANDBOX_DB)
  const destination = {
    url: config.WEBHOOK_URL,
    secret: config.STRIPE_WEBHOOK_SECRET,
    retryMs: config.WEBHOOK_RETRY_MS,
    events: config.WEBHOOK_EVENTS,
  }
  const courier = startCourier(db, destination, log)
  const clock = startRefundClock(db, courier.wake)
  const onCommit = () => {
    courier.wake()
    clock.wake()
  }
  const app = createSandboxApp({
    db,
    log,
    keys: { secretKey: config.STRIPE_SECRET_KEY, publishableKey: config.STRIPE_PUBLISHABLE_KEY },
    publicUrl: (config.SANDBOX_PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`).replace(
      /\/$/,
      '',
    ),
    onCommit,
  })
  return {
    app,
    close: async () => {
      clock.stop()
      await courier.stop()
      db.close()
    },
  }
}
