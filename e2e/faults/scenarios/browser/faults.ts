import type { Page } from 'playwright/test'
import type { Trial } from '../../kit/trial.ts'

/** What happens while a shopper pays; resolves when it is over. */
export interface BrowserFault {
  name: string
  happen: (trial: Trial, page: Page) => Promise<void>
}

const PAUSE_MS = 8000
const OFFLINE_MS = 4000
/** A slow phone network. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 20_000 }
const FAST = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }

const killed = (service: 'orders' | 'payments' | 'products'): BrowserFault => ({
  name: `${service} killed`,
  happen: async ({ processes }) => {
    await Promise.all([service, `${service}-1`].map((name) => processes.killAndWait(name)))
  },
})

const paused = (name: string, processOf: (trial: Trial) => string): BrowserFault => ({
  name: `${name} paused`,
  happen: async (trial) => {
    const resume = trial.processes.pause(processOf(trial))
    await Bun.sleep(PAUSE_MS)
    resume()
  },
})

export const BROWSER_FAULTS: readonly BrowserFault[] = [
  killed('orders'),
  killed('payments'),
  killed('products'),
  {
    name: 'storefront killed',
    happen: ({ processes }) => processes.killAndWait('storefront'),
  },
  paused('broker', ({ broker }) => broker),
  paused('database', () => 'mongo'),
  paused('Stripe', () => 'stripe-sandbox'),
  {
    name: 'network cut',
    happen: async (_, page) => {
      await page.context().setOffline(true)
      await Bun.sleep(OFFLINE_MS)
      await page.context().setOffline(false)
    },
  },
  {
    name: 'network slow',
    happen: async (_, page) => {
      const devtools = await page.context().newCDPSession(page)
      await devtools.send('Network.emulateNetworkConditions', SLOW)
      await Bun.sleep(PAUSE_MS)
      await devtools.send('Network.emulateNetworkConditions', FAST)
    },
  },
]
