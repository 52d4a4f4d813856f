import { afterEach, expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { messageOf } from '../system/failure.ts'
import { until } from '../system/until.ts'
import type { ChildSpec } from './child.ts'
import { membersOf } from './proc.ts'
import { Supervisor } from './supervisor.ts'

const logs = mkdtempSync(join(tmpdir(), 'supervisor-test-'))
const WITHIN = { withinMs: 10_000 }
let supervisor = new Supervisor({ logs, echo: false })

afterEach(async () => {
  await supervisor.stop([])
  rmSync(logs, { recursive: true, force: true })
  supervisor = new Supervisor({ logs, echo: false })
})

const shell = (script: string, changes: Partial<ChildSpec> = {}): ChildSpec => ({
  name: 'child',
  command: ['sh', '-c', script],
  ready: async () => true,
  graceMs: 5000,
  ...changes,
})
const pid = () => supervisor.children()[0]?.pid ?? 0

test('a killed child is restarted after its whole process group was killed', async () => {
  await supervisor.start(shell('sleep 600 & exec sleep 600'))
  const first = pid()
  await until(() => membersOf(first).length === 2, WITHIN)
  process.kill(first, 'SIGKILL')
  expect(await until(() => pid() !== first, WITHIN)).toBe(true)
  expect(await until(() => membersOf(first).length === 0, WITHIN)).toBe(true)
})

test('a child that ignores SIGTERM is killed after the grace period', async () => {
  const isDeaf = join(logs, 'deaf')
  const script = `trap "" TERM; touch ${isDeaf}; while :; do sleep 1; done`
  await supervisor.start(shell(script, { graceMs: 100, ready: () => Bun.file(isDeaf).exists() }))
  const group = pid()
  await supervisor.stop([['child']])
  expect(await until(() => membersOf(group).length === 0, WITHIN)).toBe(true)
})

test('a child that exits before it is ready fails the start with the last lines of its log', async () => {
  const spec = shell('echo no such key; exit 1', { ready: async () => false })
  const failure = await supervisor.start(spec).catch(messageOf)
  expect(failure).toMatch(/child exited with code 1; its log ends:\s+no such key/)
  expect(supervisor.children()).toEqual([])
})

test('a missing command fails the start', async () => {
  const spec = shell('', { command: ['/no/such/program'], ready: async () => false })
  expect(await supervisor.start(spec).catch(messageOf)).toContain('could not be started')
})

test('a child gets its own settings and no key of the runner', async () => {
  process.env['STRIPE_SECRET_KEY'] = 'sk_live_secret'
  const file = join(logs, 'environment')
  const script = `env > ${file}.new; mv ${file}.new ${file}; exec sleep 600`
  const ready = () => Bun.file(file).exists()
  await supervisor.start(shell(script, { env: { OWN: 'yes' }, ready }))
  delete process.env['STRIPE_SECRET_KEY']
  const names = (await Bun.file(file).text()).split('\n').map((line) => line.split('=')[0])
  expect(names).toContain('OWN')
  expect(names).toContain('PATH')
  const allowed = ['OWN', 'PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ', 'PWD', 'SHLVL', '_', '', 'OLDPWD']
  expect(names.filter((name = '') => !allowed.includes(name))).toEqual([])
})

test('a replaced child has a new process', async () => {
  await supervisor.start(shell('exec sleep 600'))
  const first = pid()
  await supervisor.replace('child')
  expect(await until(() => pid() !== first, WITHIN)).toBe(true)
})
