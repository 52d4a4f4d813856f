import { expect, setDefaultTimeout, test } from 'bun:test'
import { join } from 'node:path'
import { USAGE } from './flags.ts'

const MAIN = join(import.meta.dir, 'main.ts')

// Takes a second on an idle machine.
setDefaultTimeout(120_000)

function model(...args: string[]) {
  const { exitCode, stdout, stderr } = Bun.spawnSync([process.execPath, MAIN, ...args])
  return { code: exitCode, out: stdout.toString(), err: stderr.toString() }
}

test('passing runs print figures and exit 0', () => {
  const { code, out, err } = model('--runs', '20', '--seed', '3')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toStartWith('all rules: 0 of 20 runs broke an invariant\n')
  expect(out).toMatch(/\n {2}processes killed +\d+\n/)
  expect(out).toMatch(/\n {2}orders Complete +\d+\n/)
})

test('failing runs print the history of the shortest one and exit 1', () => {
  const { code, out } = model('--runs', '20', '--without', 'cancel-intent')
  expect(code).toBe(1)
  expect(out).toMatch(/^without cancel-intent: \d+ of 20 runs broke an invariant\n/)
  expect(out).toMatch(/\d+ × violated: no authorization is left open\n/)
  expect(out).toMatch(/payment pay-o1 Pending → Authorized/)
  const seed = /\nseed (\d+): broken: no authorization is left open\n$/.exec(out)?.[1] ?? ''
  const shown = model('--show', seed, '--without', 'cancel-intent')
  expect(shown.code).toBe(1)
  expect(out).toEndWith(shown.out)
  expect(model('--runs', '20', '--without', 'cancel-intent', '--shortest')).toEqual(shown)
})

test('--show prints a passing run', () => {
  const { code, out } = model('--show', '3')
  expect(code).toBe(0)
  expect(out).toEndWith('\nseed 3: no violation\n')
})

test('--mutants prints one line per mutant', () => {
  const { code, out } = model('--mutants', '--runs', '1', '--seed', '5')
  expect(code).toBe(0)
  expect(out).toMatch(/^claim-guard +[01] of 1 {2}.+\n/)
  expect(out).toMatch(/\nfrozen-cart +0 of 1 {2}not caught\n/)
})

test.each([
  [['--runs', 'many'], '--runs many: a whole number'],
  [['--runs', '0'], '--runs 0: a whole number'],
  [['--seed=-1'], '--seed -1: a whole number'],
  [['--show', '1.5'], '--show 1.5: a whole number'],
  [['--without', 'publish-release,sense'], '--without sense: unknown rule'],
  [['--show', '3', '--mutants'], '--show, --shortest and --mutants exclude each other'],
  [['--mutants', '--without', 'outbox'], '--mutants has its own list of rules'],
  [['--fast'], "Unknown option '--fast'"],
  [['5000'], "Unexpected argument '5000'"],
  [['--runs'], 'argument missing'],
])('%p fails with the usage', (args, message) => {
  const { code, out, err } = model(...args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(message)
  expect(err).toEndWith(`${USAGE}\n`)
})
