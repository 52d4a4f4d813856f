import { beforeAll, describe, expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { openSocket, rawRequest, readStack, type StackFile } from '@shop/shared/testing'

let stack: StackFile
let ca: string

beforeAll(async () => {
  stack = await readStack()
  ca = readFileSync(stack.ca, 'utf8')
})

/** A loopback address that no other test uses. */
const newAddress = () => `127.${[1, 2, 3].map(() => 1 + Math.floor(Math.random() * 250)).join('.')}`

/** Sends a request many times at once from one address; returns the count of each status. */
async function flood(target: string, count: number, from: string) {
  const replies = await Promise.all(
    Array.from({ length: count }, () => rawRequest(stack.url, target, { ca, from })),
  )
  return Map.groupBy(replies, ({ status }) => status)
}

describe('one address', () => {
  test('may send 25 sign-in requests at once, then gets 429', async () => {
    const replies = await flood('/api/users/signin', 60, newAddress())
    const [refused] = replies.get(429) ?? []
    expect(refused?.headers).toMatchObject({
      'content-type': 'application/problem+json',
      'retry-after': '1',
    })
    expect(JSON.parse(refused?.text ?? '')).toMatchObject({
      type: '/problems/too-many-requests',
      status: 429,
    })
    expect(60 - (replies.get(429)?.length ?? 0)).toBeGreaterThan(15)
  })

  test('gets 429 as an HTML page outside the API', async () => {
    const [refused] = (await flood('/auth/signin.data', 60, newAddress())).get(429) ?? []
    expect(refused?.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(refused?.text).toContain('<h1>Too Many Requests</h1>')
  })

  test('does not slow down another', async () => {
    const flooding = flood('/api/users/signin', 60, newAddress())
    const { status } = await rawRequest(stack.url, '/api/users/currentuser', {
      ca,
      from: newAddress(),
    })
    expect(status).toBe(200)
    expect((await flooding).get(429)?.length).toBeGreaterThan(0)
  })

  test('may load a whole page of pictures', async () => {
    const replies = await flood('/product-images/no-such-picture.webp', 150, newAddress())
    expect([...replies.keys()]).toEqual([404])
  })

  test('may send 100 slow bodies while new visitors still get responses', async () => {
    const from = newAddress()
    const sockets = Array.from({ length: 130 }, () => openSocket(stack.url, { from, ca }))
    const statuses = sockets.map(
      (socket) =>
        new Promise<string>((resolve) => {
          socket.on('data', (bytes: Buffer) => resolve(bytes.toString().slice(9, 12)))
          socket.on('close', () => resolve('closed'))
          socket.write(
            `POST /api/cart/items HTTP/1.1\r\nhost: ${new URL(stack.url).host}\r\ncontent-length: 1000\r\n\r\nx`,
          )
        }),
    )
    // Requests above the limit are refused at once; the others wait for their bodies.
    expect(await Promise.race(statuses)).toBe('429')
    const { status } = await rawRequest(stack.url, '/privacy', { ca, from: newAddress() })
    expect(status).toBe(200)
    for (const socket of sockets) socket.destroy()
  })
})

test('requests from this machine itself are not limited', async () => {
  const replies = await flood('/api/users/currentuser', 300, '127.0.0.1')
  expect([...replies.keys()]).toEqual([200])
})
