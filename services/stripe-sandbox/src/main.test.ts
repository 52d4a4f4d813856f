import { Database } from 'bun:sqlite'
import { afterAll, expect, test } from 'bun:test'
import { join } from 'node:path'
import type { Subprocess } from 'bun'
import {
  PUBLISHABLE_KEY,
  SECRET_KEY,
  WEBHOOK_SECRET,
  accountOf,
  connect,
  eventually,
  newHold,
  newIntent,
  newLedgerFile,
  startForTest,
} from './testing/index.ts'
import { startReceiver } from './testing/receiver.ts'

const children: Subprocess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

function freePort(): number {
  const server = Bun.serve({ hostname: '127.0.0.1', port: 0, fetch: () => new Response() })
  const { port = 0 } = server
  void server.stop(true)
  return port
}

function run(env: Record<string, string>) {
  const child = Bun.spawn([process.execPath, join(import.meta.dir, 'main.ts')], {
    env: { PATH: '/usr/bin', ...env },
    stdout: 'ignore',
    stderr: 'pipe',
  })
  children.push(child)
  return child
}

const complete = {
  STRIPE_SECRET_KEY: SECRET_KEY,
  STRIPE_PUBLISHABLE_KEY: PUBLISHABLE_KEY,
  STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
  WEBHOOK_URL: 'http://127.0.0.1:9/',
}

async function serve(file: string) {
  const port = freePort()
  const child = run({ ...complete, PORT: String(port), SANDBOX_DB: file })
  const url = `http://127.0.0.1:${port}`
  await eventually(async () => {
    const response = await fetch(`${url}/readyz`).catch(() => undefined)
    return response?.ok === true ? true : undefined
  })
  return { child, url, stripe: connect(url) }
}

test('prints every configuration error and exits 1', async () => {
  const child = run({ PORT: 'x', STRIPE_SECRET_KEY: 'sk_live_1', NODE_ENV: 'production' })
  const [output, code] = await Promise.all([new Response(child.stderr).text(), child.exited])
  expect(code).toBe(1)
  for (const name of [
    'PORT',
    'SANDBOX_DB',
    'STRIPE_SECRET_KEY',
    'STRIPE_WEBHOOK_SECRET',
    'NODE_ENV',
  ])
    expect(output).toContain(name)
  expect(output).toContain('never runs in production')
})

test('does not start in production', async () => {
  const child = run({ ...complete, SANDBOX_DB: newLedgerFile(), NODE_ENV: 'production' })
  const [output, code] = await Promise.all([new Response(child.stderr).text(), child.exited])
  expect({ code, output }).toEqual({
    code: 1,
    output: 'configuration: NODE_ENV: The Stripe sandbox never runs in production\n',
  })
})

test('exits 0 on SIGTERM', async () => {
  const { child } = await serve(newLedgerFile())
  child.kill('SIGTERM')
  expect(await child.exited).toBe(0)
})

test('kill -9 loses nothing that was acknowledged', async () => {
  const file = newLedgerFile()
  const first = await serve(file)
  const answered: string[] = []
  const work = Promise.all(
    [1, 2, 3, 4].map(async (worker) => {
      for (let n = 0; ; n++) answered.push((await newHold(first.stripe, `kill-${worker}-${n}`)).id)
    }),
  ).catch(() => undefined)
  await eventually(() => (answered.length >= 40 ? true : undefined))
  first.child.kill('SIGKILL')
  await first.child.exited
  await work

  const second = await serve(file)
  expect(answered.length).toBeGreaterThanOrEqual(40)
  for (const id of answered) {
    const intent = await second.stripe.paymentIntents.retrieve(id)
    expect(intent.status).toBe('requires_capture')
    const account = await accountOf(second.url, intent.metadata['orderId'] ?? '')
    expect(account.authorised).toBe(1000)
  }
  expect((await second.stripe.paymentIntents.capture(answered[0] ?? '')).status).toBe('succeeded')
  second.child.kill('SIGTERM')
  expect(await second.child.exited).toBe(0)
})

test('a restart keeps objects, idempotency keys, tokens, faults and pending events', async () => {
  const before = startForTest()
  const held = await newHold(before.stripe, 'restart')
  const key = { idempotencyKey: 'restart:create' }
  const request = { amount: 700, currency: 'usd' }
  const created = await before.stripe.paymentIntents.create(request, key)
  await before.stop()

  const receiver = startReceiver()
  const after = startForTest({ file: before.file, webhookUrl: receiver.url })
  expect(await after.stripe.paymentIntents.retrieve(held.id)).toEqual(held)
  expect(await after.stripe.paymentIntents.create(request, key)).toEqual(created)
  await eventually(() => (receiver.eventsOf('restart').length === 3 ? true : undefined))
  await after.stop()
  await receiver.stop()
})

test('the ledger is append-only', async () => {
  const sandbox = startForTest()
  await newIntent(sandbox.stripe, 'grow')
  await newHold(sandbox.stripe, 'grow-held')
  await sandbox.stop()
  const db = new Database(sandbox.file)
  expect(() => db.run('UPDATE movements SET amount = 1')).toThrow('append-only')
  expect(() => db.run('DELETE FROM movements')).toThrow('append-only')
  db.close()
})
