import { expect, setDefaultTimeout, test } from 'bun:test'
import { NOT_BUILT } from './mutants.ts'
import type { Rule } from './rules.ts'
import { simulate } from './simulate.ts'

const RUNS = 1500
const RUNS_AS_BUILT = 600

// Takes half a minute on an idle machine.
setDefaultTimeout(600_000)

function violations(runs: number, without: readonly Rule[] = []) {
  const removed = new Set(without)
  return Array.from({ length: runs }, (_, n) => n + 1).flatMap((seed) => {
    const broken = [...simulate(seed, { removed }).violations]
    return broken.length === 0 ? [] : [{ seed, broken }]
  })
}

test(`${RUNS} runs with kills, lost messages, expired authorizations and outages keep all invariants`, () => {
  expect(violations(RUNS)).toEqual([])
})

test(`${RUNS_AS_BUILT} runs with only the sweepers that the services have keep all invariants`, () => {
  expect(violations(RUNS_AS_BUILT, NOT_BUILT)).toEqual([])
})

test('a seed determines its run', () => {
  const history = () => simulate(7, { isRecording: true }).history
  expect(history().length).toBeGreaterThan(100)
  expect(history()).toEqual(history())
  expect(history()).not.toEqual(simulate(8, { isRecording: true }).history)
})
