import { expect, setDefaultTimeout, test } from 'bun:test'
import type { Invariant } from './invariants/invariant.ts'
import { COVERED, FREQUENT, RARE, type Mutant } from './mutants.ts'
import { RULES } from './rules.ts'
import { simulate } from './simulate.ts'

const RUNS = 3000

// Takes a second on an idle machine.
setDefaultTimeout(300_000)

/** What a mutant breaks, up to the first seed that breaks the expected invariant. */
function brokenBy({ without, breaks }: Mutant): Set<Invariant> {
  const broken = new Set<Invariant>()
  for (let seed = 1; seed <= RUNS && !broken.has(breaks); seed += 1)
    for (const invariant of simulate(seed, { removed: new Set(without) }).violations)
      broken.add(invariant)
  return broken
}

test.each(FREQUENT.map((mutant) => [mutant.without.join(', '), mutant.breaks, mutant] as const))(
  'removing %s violates: %s',
  (_, breaks, mutant) => {
    expect([...brokenBy(mutant)]).toContain(breaks)
  },
)

test('every rule has a mutant', () => {
  const removed = [...[...FREQUENT, ...RARE].flatMap(({ without }) => without), ...COVERED.flat()]
  expect(new Set<string>(removed)).toEqual(new Set(Object.keys(RULES)))
})
