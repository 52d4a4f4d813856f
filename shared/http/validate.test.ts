import { expect, test } from 'bun:test'
import { Hono } from 'hono'
import * as v from 'valibot'
import { createLog } from '../log/index.ts'
import type { AppEnv } from './app-env.ts'
import { errorHandler } from './problem.ts'
import { validPath, validQuery } from './validate.ts'

const app = new Hono<AppEnv>()
  .onError(errorHandler(createLog('test', 'silent'), () => false))
  .get(
    '/things',
    validQuery(v.strictObject({ q: v.optional(v.string()), limit: v.optional(v.string()) })),
    (c) => c.json(c.req.valid('query')),
  )
  .get('/things/:name', validPath('Thing', { name: v.pipe(v.string(), v.maxLength(5)) }), (c) =>
    c.json(c.req.valid('param')),
  )

async function get(path: string) {
  const response = await app.request(path)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

test('a query is decoded and parsed', async () => {
  expect(await get('/things?q=a+b%26c&limit=')).toEqual({
    status: 200,
    body: { q: 'a b&c', limit: '' },
  })
})

test.each([
  ['q=a&q=b', 'q'],
  ['q=a&q=a', 'q'],
  ['limit=1&q=a&limit=2', 'limit'],
  ['__proto__=1&__proto__=2', '__proto__'],
  ['%71=a&q=b', 'q'],
  ['unknown=1&unknown=2', 'unknown'],
])('?%s returns 400 that names the repeated parameter', async (query, field) => {
  expect(await get(`/things?${query}`)).toMatchObject({
    status: 400,
    body: { type: '/problems/validation', errors: [{ field, message: 'Must be given only once' }] },
  })
})

test('a malformed path parameter returns 404', async () => {
  expect(await get('/things/spoon')).toEqual({ status: 200, body: { name: 'spoon' } })
  expect(await get('/things/teaspoon')).toMatchObject({
    status: 404,
    body: { detail: 'Thing not found' },
  })
})
