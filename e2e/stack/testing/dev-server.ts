import { join } from 'node:path'
import { eventually } from '@shop/shared/testing'
import { root } from '../settings/paths.ts'

export const STOREFRONT = join(root, 'storefront')
export const START_WITHIN_MS = 60_000

const NOWHERE = 'http://127.0.0.1:9'
const SETTINGS = {
  NODE_ENV: 'development',
  PUBLIC_ORIGINS: 'https://shop.example:8443,https://localhost:8443',
  PUBLIC_MEDIA_URL: 'https://shop.example:8443',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_x',
  AUTH_URL: NOWHERE,
  PRODUCTS_URL: NOWHERE,
  CART_URL: NOWHERE,
  ORDERS_URL: NOWHERE,
  PAYMENTS_URL: NOWHERE,
  NOTIFICATIONS_URL: NOWHERE,
}

/** Starts the development server as a process of its own, without services. */
export async function startDev() {
  const port = freePort()
  const url = `http://127.0.0.1:${port}`
  const child = Bun.spawn([process.execPath, 'server/dev.ts'], {
    cwd: STOREFRONT,
    env: { ...SETTINGS, PORT: `${port}` },
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  await eventually(() => fetch(`${url}/livez`), START_WITHIN_MS)
  return { child, url }
}

function freePort(): number {
  const server = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
  server.stop(true)
  return server.port
}
