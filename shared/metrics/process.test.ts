import { afterAll, beforeAll, expect, test } from 'bun:test'
import { register } from 'prom-client'
import { measureProcess } from './index.ts'

const TICK_MS = 1000
const NAMES = [
  'process_resident_memory_bytes',
  'process_start_time_seconds',
  'process_cpu_seconds_total',
  'event_loop_lag_seconds',
]

beforeAll(() => measureProcess('test'))

afterAll(() => {
  register.setDefaultLabels({})
  for (const name of NAMES) register.removeSingleMetric(name)
})

async function read(series: string): Promise<number> {
  const line = (await register.metrics()).split('\n').find((each) => each.startsWith(`${series} `))
  return Number(line?.split(' ').at(-1))
}

test('memory, CPU time and start of the process are measured under the name of its program', async () => {
  const name = '{service="test"}'
  expect(await read(`process_resident_memory_bytes${name}`)).toBeGreaterThan(10e6)
  const cpu = await read(`process_cpu_seconds_total${name}`)
  expect(cpu).toBeGreaterThan(0)
  for (let n = 0; n < 5e7; n += 1) Math.sqrt(n)
  expect(await read(`process_cpu_seconds_total${name}`)).toBeGreaterThan(cpu)
  const startedAt = await read(`process_start_time_seconds${name}`)
  expect(startedAt).toBeGreaterThan(Date.now() / 1000 - 86_400)
  expect(startedAt).toBeLessThan(Date.now() / 1000)
})

test('a blocked event loop is late', async () => {
  const upTo = (le: string) => read(`event_loop_lag_seconds_bucket{le="${le}",service="test"}`)
  const countLate = async () => (await upTo('+Inf')) - (await upTo('0.1'))
  expect(await countLate()).toBe(0)
  Bun.sleepSync(TICK_MS + 600)
  while ((await countLate()) === 0) await Bun.sleep(1)
  expect(await countLate()).toBe(1)
})
