import { afterAll, beforeEach, expect, test } from 'bun:test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ShopClient } from './shop-client.ts'

const folder = mkdtempSync(join(tmpdir(), 'shop-client-'))
const ca = join(folder, 'ca.pem')
writeFileSync(ca, '')

/** What the shop returns in turn, then 201. */
let answers: number[] = []
let paths: string[] = []
const server = Bun.serve({
  hostname: '127.0.0.1',
  port: 0,
  fetch(request) {
    paths.push(new URL(request.url).pathname.split('/').at(-1) ?? '')
    return Response.json({ id: '1' }, { status: answers.shift() ?? 201 })
  },
})

beforeEach(() => {
  answers = []
  paths = []
})

afterAll(async () => {
  await server.stop(true)
  rmSync(folder, { recursive: true })
})

const enter = () => new ShopClient(server.url.origin, ca).enter('ana@example.com', 'a teapot')

test('a busy shop is asked again to sign up, before anybody signs in', async () => {
  answers = [429, 503]
  expect(await enter()).toBe('1')
  expect(paths).toEqual(['signup', 'signup', 'signup'])
})

test('a taken email signs in, and a wrong password is an error', async () => {
  answers = [400, 200]
  expect(await enter()).toBe('1')
  expect(paths).toEqual(['signup', 'signin'])
  answers = [400, 400]
  expect(enter()).rejects.toThrow('/api/users/signin returned 400')
})
