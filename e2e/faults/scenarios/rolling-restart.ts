import { Visitor, type Reply } from '../../fixtures/visitor.ts'
import { putUp } from '../kit/goods.ts'
import type { Scenario } from '../kit/scenario.ts'
import { REPLICAS, type Trial } from '../kit/trial.ts'

const PER_SECOND = 50

/** Every replica of every service is restarted in turn under steady load. */
export const rollingRestart: Scenario = {
  name: `rolling restart under ${PER_SECOND} requests a second`,
  invariants: [39],
  quick: 1,
  full: 3,
  run: async (trial, rounds) => {
    const traffic = await startTraffic(trial)
    for (let round = 0; round < rounds; round += 1)
      for (const name of REPLICAS) await trial.processes.restart(name)
    const { sent, failed } = await traffic.stop()
    return [
      { what: 'restarts', seen: REPLICAS.length * rounds, goal: REPLICAS.length * rounds },
      {
        what: `failed of ${sent} requests ${[...new Set(failed)].join(', ')}`.trim(),
        seen: failed.length,
        goal: 0,
      },
    ]
  },
}

/** Reads and writes of all services at a steady rate, whether earlier ones are answered or not. */
async function startTraffic(trial: Trial) {
  const product = await putUp(trial, 100_000)
  const visitor = await Visitor.of()
  const line = { productId: product.id, quantity: 1 }
  const requests: (() => Promise<Reply>)[] = [
    () => visitor.get('/api/products'),
    () => visitor.get(`/api/products/${product.id}`),
    () => visitor.get('/api/users/currentuser'),
    () => visitor.get('/api/cart'),
    () => visitor.post('/api/cart/items', line),
    () => visitor.get('/api/orders'),
    () => visitor.post('/api/orders', { items: [line] }),
    () => visitor.get('/api/payments/none').then((reply) => ({ ...reply, status: 200 })),
  ]
  const failed: string[] = []
  const pending = new Set<Promise<void>>()
  let sent = 0
  const timer = setInterval(() => {
    const number = sent % requests.length
    sent += 1
    const asked = (requests[number]?.() ?? Promise.reject(new Error('no request')))
      .then(({ status }) => {
        if (status >= 400) failed.push(`${number}: ${status}`)
      })
      .catch((error: unknown) => void failed.push(`${number}: ${String(error)}`))
      .finally(() => pending.delete(asked))
    pending.add(asked)
  }, 1000 / PER_SECOND)
  return {
    stop: async () => {
      clearInterval(timer)
      await Promise.all(pending)
      return { sent, failed }
    },
  }
}
