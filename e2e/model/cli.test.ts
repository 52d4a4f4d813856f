import { expect, setDefaultTimeout, test } from 'bun:test'
import { join } from 'node:path'
import { USAGE } from './flags.ts'

const MAIN = join(import.meta.dir, 'main.ts')

// A second on a quiet machine.
setDefaultTimeout(120_000)

function model(...args: string[]) {
  const { exitCode, stdout, stderr } = Bun.spawnSync([process.execPath, MAIN, ...args])
  return { code: exitCode, out: stdout.toString(), err: stderr.toString() }
}

test('runs that break nothing end with their figures and 0', () => {
  const { code, out, err } = model('--runs', '20', '--seed', '3')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toStartWith('the table: 0 of 20 runs broke something\n')
  expect(out).toMatch(/\n {2}processes killed +\d+\n/)
  expect(out).toMatch(/\n {2}orders Complete +\d+\n/)
})

test('runs that break something end with the history of the shortest and 1', () => {
  const { code, out } = model('--runs', '20', '--without', 'cancel-intent')
  expect(code).toBe(1)
  expect(out).toMatch(/^without cancel-intent: \d+ of 20 runs broke something\n/)
  expect(out).toMatch(/\d+ × not true: no authorisation is left open\n/)
  expect(out).toMatch(/payment pay-o1 Pending → Authorized/)
  const seed = /\nseed (\d+): broken: no authorisation is left open\n$/.exec(out)?.[1] ?? ''
  const shown = model('--show', seed, '--without', 'cancel-intent')
  expect(shown.code).toBe(1)
  expect(out).toEndWith(shown.out)
  expect(model('--runs', '20', '--without', 'cancel-intent', '--shortest')).toEqual(shown)
})

test('a run that breaks nothing can be read, too', () => {
  const { code, out } = model('--show', '3')
  expect(code).toBe(0)
  expect(out).toEndWith('\nseed 3: no violation\n')
})

test('each mutant gets a line', () => {
  const { code, out } = model('--mutants', '--lean', '--runs', '1', '--seed', '5')
  expect(code).toBe(0)
  expect(out).toMatch(/^version-check +[01] of 1 {2}.+\n/)
  expect(out).toMatch(/\nfrozen-cart +0 of 1 {2}not caught\n/)
})

test.each([
  [['--runs', 'many'], '--runs many: a whole number'],
  [['--runs', '0'], '--runs 0: a whole number'],
  [['--seed=-1'], '--seed -1: a whole number'],
  [['--show', '1.5'], '--show 1.5: a whole number'],
  [['--without', 'tell-release,sense'], '--without sense: there is no such rule'],
  [['--show', '3', '--mutants'], '--show, --shortest and --mutants exclude each other'],
  [['--mutants', '--without', 'outbox'], '--mutants has its own list of rules'],
  [['--fast'], "Unknown option '--fast'"],
  [['5000'], "Unexpected argument '5000'"],
  [['--runs'], 'argument missing'],
])('%p is refused with the usage', (args, message) => {
  const { code, out, err } = model(...args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(message)
  expect(err).toEndWith(`${USAGE}\n`)
})
