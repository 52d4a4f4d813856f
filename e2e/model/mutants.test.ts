import { expect, setDefaultTimeout, test } from 'bun:test'
import type { Invariant } from './invariants/invariant.ts'
import { optionsOf } from './many-runs.ts'
import { COVERED, OFTEN, SELDOM, type Mutant } from './mutants.ts'
import { RULES } from './rules.ts'
import { simulate } from './simulate.ts'

const RUNS = 3000

// A second on a quiet machine.
setDefaultTimeout(300_000)

/** What a mutant breaks, from the first seed on until it breaks what it is expected to. */
function brokenBy({ without, breaks, isLean = false }: Mutant): Set<Invariant> {
  const broken = new Set<Invariant>()
  for (let seed = 1; seed <= RUNS && !broken.has(breaks); seed += 1)
    for (const invariant of simulate(seed, optionsOf(without, isLean)).violations)
      broken.add(invariant)
  return broken
}

test.each(OFTEN.map((mutant) => [mutant.without.join(', '), mutant.breaks, mutant] as const))(
  'without %s it is not true that %s',
  (_, breaks, mutant) => {
    expect([...brokenBy(mutant)]).toContain(breaks)
  },
)

test('every rule is one that a mutant lacks', () => {
  const lacked = [...[...OFTEN, ...SELDOM].flatMap(({ without }) => without), ...COVERED.flat()]
  expect(new Set<string>(lacked)).toEqual(new Set(Object.keys(RULES)))
})
