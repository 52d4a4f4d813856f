import { afterAll, expect, test } from 'bun:test'
import { LoadProcess } from './load-process.ts'

let seen = 0
const server = Bun.serve({
  hostname: '127.0.0.1',
  port: 0,
  async fetch(request) {
    seen += 1
    const { cookie } = request.headers.toJSON()
    if (request.method === 'POST') return Response.json(await request.json(), { status: 201 })
    return cookie === 'session=a'
      ? Response.json('x'.repeat(300_000))
      : Response.json({}, { status: 401 })
  },
})
const load = new LoadProcess()
afterAll(async () => {
  load.stop()
  await server.stop(true)
})

const job = { kind: 'requests', url: server.url.href, cookie: 'session=a', atOnce: 3 } as const

test('sends every request once and reads large responses completely', async () => {
  seen = 0
  await load.run({ ...job, method: 'GET', expected: 200, count: 50 })
  expect(seen).toBe(50)
})

test('sends no more requests than asked when there are more connections', async () => {
  seen = 0
  await load.run({ ...job, method: 'POST', json: { a: 'ü' }, expected: 201, count: 2 })
  expect(seen).toBe(2)
})

test('an unexpected status fails the job and is reported', () => {
  const refused = load.run({ ...job, method: 'GET', cookie: 'session=b', expected: 200, count: 9 })
  return expect(refused).rejects.toThrow('HTTP/1.1 401')
})
