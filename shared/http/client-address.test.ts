import { expect, test } from 'bun:test'
import { Hono } from 'hono'
import type { AppEnv } from './app-env.ts'
import { clientAddress } from './client-address.ts'

const app = new Hono<AppEnv>().get('/', (c) => c.text(clientAddress(c)))
const addressOf = async (headers: Record<string, string>) =>
  (await app.request('/', { headers })).text()

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:1::1', '2001:db8:1:1::/64'],
  ['2001:0db8:0001:0001:ffff:ffff:ffff:ffff', '2001:db8:1:1::/64'],
  ['2001:DB8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1', 'fe80:0:0:0::/64'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::ffff:cb00:7107', '203.0.113.7'],
  ['not an address', 'inside'],
  ['203.0.113.7, 10.0.0.1', 'inside'],
])('%s counts as %s', async (ip, address) => {
  expect(await addressOf({ 'x-real-ip': ip })).toBe(address)
})

test('other headers are ignored', async () => {
  expect(await addressOf({ 'x-forwarded-for': '9.9.9.9', forwarded: 'for=9.9.9.9' })).toBe('inside')
})
