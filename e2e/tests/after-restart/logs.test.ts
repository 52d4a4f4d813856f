import { expect, test } from 'bun:test'
import { dirname, join } from 'node:path'
import { SERVICES } from '@shop/shared/contracts'
import { readStack, stackPath } from '@shop/shared/testing'

const SECRETS: [what: string, pattern: RegExp][] = [
  ['a session token', /eyJ[\w-]{10,}\.[\w-]{10,}\./],
  ['a password', /correct horse|demo-shopper/],
  ['a card number', /\b(4242|4000|5555|3782)\d{11,12}\b/],
  ['a client secret', /_secret_/],
  ['a secret of a mailed link', /[\da-f]{24}[#.][\w-]{22}\b/],
]

const logs = [...new Bun.Glob('*.log').scanSync(join(dirname(stackPath()), 'logs'))]

test('the logs of all services exist', () => {
  for (const service of SERVICES) expect(logs).toContain(`${service}.log`)
})

test.each(logs)('%s contains no secrets', async (name) => {
  const text = await Bun.file(join(dirname(stackPath()), 'logs', name)).text()
  const { jwtKey, sandbox, minio } = await readStack()
  for (const [what, pattern] of SECRETS)
    expect([what, pattern.exec(text)?.[0]]).toEqual([what, undefined])
  for (const secret of [jwtKey, sandbox.secretKey, sandbox.webhookSecret, minio.secretKey])
    expect(text.includes(secret)).toBe(false)
})

test('request log lines have a request id and a correlation id', async () => {
  // Includes the rotated log of the previous start.
  const mine = logs.filter((name) => name.startsWith('orders.'))
  const texts = mine.map((name) => Bun.file(join(dirname(stackPath()), 'logs', name)).text())
  const text = (await Promise.all(texts)).join('\n')
  const line = text.split('\n').find((each) => each.includes('"path":"/api/orders"')) ?? '{}'
  expect(JSON.parse(line)).toMatchObject({
    service: 'orders',
    requestId: expect.any(String),
    correlationId: expect.any(String),
  })
})
