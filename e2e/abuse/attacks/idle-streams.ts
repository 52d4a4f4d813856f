import { readFileSync } from 'node:fs'
import { memoryMb } from '../../bench/proc-figures.ts'
import { atMost, type Attack } from '../kit/attack.ts'
import { p99 } from '../kit/bystander.ts'
import { call, newCookie } from '../kit/call.ts'
import { crowd } from '../kit/crowd.ts'
import { newOrder, newProduct } from '../kit/products.ts'

const PEOPLE = 40
const EACH = 8

/** Event streams of orders that never change. */
export const idleStreams: Attack[] = [
  {
    name: `${PEOPLE * EACH} idle streams of orders`,
    run: async (shop) => {
      const { url = '', pid = 0 } = shop.services['orders'] ?? {}
      const memory = () => memoryMb(readFileSync(`/proc/${pid}/status`, 'utf8'), 'VmRSS')
      const { id } = await newProduct(shop)
      const before = memory()
      const end = new AbortController()
      await crowd(PEOPLE, 4, async (index) => {
        const cookie = await newCookie(shop, 'guest')
        const orderId = await newOrder(shop, id, cookie, `198.51.100.${110 + index}`)
        const headers = { cookie, 'x-real-ip': `198.51.100.${110 + index}` }
        await crowd(EACH, EACH, () =>
          fetch(`${url}/api/orders/${orderId}/events`, { headers, signal: end.signal }),
        )
      })
      const cookie = await newCookie(shop)
      const honest = await crowd(50, 1, () =>
        call(shop, 'orders', 'GET', '/api/orders', { cookie }),
      )
      const added = memory() - before
      end.abort()
      return [
        atMost('memory that orders needs for them', added, 80, 'MB'),
        atMost("p99 of others' lists of orders", p99(honest.map(({ ms }) => ms)), 300, 'ms'),
      ]
    },
  },
]
