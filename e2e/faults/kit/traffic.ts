import { Visitor, type ShopResponse } from '../../fixtures/visitor.ts'
import type { Count } from './count.ts'
import { createProduct } from './create-product.ts'
import type { Environment } from './environment.ts'

export const PER_SECOND = 50

interface Traffic {
  sent: number
  failed: string[]
}

/** Reads and writes of all services at a steady rate, whether earlier ones are retryUntilFinal or not. */
export async function startTraffic(environment: Environment) {
  const product = await createProduct(environment, 100_000)
  const visitor = await Visitor.of()
  const line = { productId: product.id, quantity: 1 }
  const requests: (() => Promise<ShopResponse>)[] = [
    () => visitor.get('/api/products'),
    () => visitor.get(`/api/products/${product.id}`),
    () => visitor.get('/api/users/currentuser'),
    () => visitor.get('/api/cart'),
    () => visitor.post('/api/cart/items', line),
    () => visitor.get('/api/orders'),
    () => visitor.post('/api/orders', { items: [line] }),
    () => visitor.get('/api/payments/none').then((response) => ({ ...response, status: 200 })),
  ]
  const failed: string[] = []
  const pending = new Set<Promise<void>>()
  let sent = 0
  const timer = setInterval(() => {
    const number = sent % requests.length
    sent += 1
    const request = (requests[number]?.() ?? Promise.reject(new Error('no request')))
      .then(({ status }) => {
        if (status >= 400) failed.push(`${number}: ${status}`)
      })
      .catch((error: unknown) => void failed.push(`${number}: ${String(error)}`))
      .finally(() => pending.delete(request))
    pending.add(request)
  }, 1000 / PER_SECOND)
  return {
    stop: async (): Promise<Traffic> => {
      clearInterval(timer)
      await Promise.all(pending)
      return { sent, failed }
    },
  }
}

/** Counts failed requests and names their errors. */
export function failedIn({ sent, failed }: Traffic): Count {
  const what = `failed of ${sent} requests ${[...new Set(failed)].join(', ')}`.trim()
  return { what, seen: failed.length, goal: 0 }
}
