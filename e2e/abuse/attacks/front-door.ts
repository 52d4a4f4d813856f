import { readFileSync } from 'node:fs'
import { openSocket, rawRequest, type StackFile } from '@shop/shared/testing'
import { atLeast, atMost, type Attack } from '../kit/attack.ts'
import { beside, p99 } from '../kit/bystander.ts'
import { countOf, crowd } from '../kit/crowd.ts'

const HELD = 1500
const VISITORS = 12
const BODY = 'POST /api/cart/items HTTP/1.1\r\ncontent-length: 1000\r\n'

const caOf = ({ ca }: StackFile) => readFileSync(ca, 'utf8')

/** Attacks on the front door, from loopback addresses that it limits. */
export const frontDoor: Attack[] = [
  {
    name: `${HELD} connections of one address that send their headers slowly`,
    run: (shop) => hold(shop, '127.0.0.21', 'GET / HTTP/1.1\r\n'),
  },
  {
    name: `${HELD} connections of one address that send their bodies slowly`,
    run: (shop) => hold(shop, '127.0.0.22', `${BODY}host: ${new URL(shop.url).host}\r\n\r\nx`),
  },
  {
    name: '2,000 requests of one address, 100 at once',
    run: async (shop) => {
      const ca = caOf(shop)
      const startedAt = performance.now()
      const { result, times } = await beside(
        () => rawRequest(shop.url, '/api/products?limit=1', { ca, from: '127.0.0.24' }),
        () => crowd(2000, 100, () => rawRequest(shop.url, '/privacy', { ca, from: '127.0.0.23' })),
      )
      return [
        atMost('requests that were let through', countOf(result, 200), allowedIn(startedAt)),
        atMost("p99 of another address's requests", p99(times), 500, 'ms'),
      ]
    },
  },
]

/** Requests that the Ingress allows one address in that time: a burst of 250, then 50 a second. */
const allowedIn = (startedAt: number) => 250 + ((performance.now() - startedAt) / 1000) * 50

async function hold(shop: StackFile, from: string, beginning: string) {
  const ca = caOf(shop)
  const sockets = Array.from({ length: HELD }, () => {
    const socket = openSocket(shop.url, { from, ca })
    socket.on('error', () => {})
    socket.write(beginning)
    return socket
  })
  try {
    const visits = await crowd(VISITORS, 1, (index) =>
      rawRequest(shop.url, '/privacy', { ca, from: `127.0.0.${30 + index}` }).catch(() => ({
        status: 0,
      })),
    )
    return [atLeast(`of ${VISITORS} new visitors got in`, countOf(visits, 200), VISITORS)]
  } finally {
    for (const socket of sockets) socket.destroy()
  }
}
