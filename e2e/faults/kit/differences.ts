import { check } from '../checker/check.ts'
import type { Count } from './count.ts'
import type { Environment } from './environment.ts'

/** Waits until the shop is at rest, and counts what differs: in what it has stored, and from what it has told. */
export async function findDifferences({
  acknowledgements,
  expected,
  restMs,
}: Environment): Promise<Count[]> {
  const { deadLetters, isLogWhole, putIn } = expected
  const findings = await check({
    withinMs: restMs,
    expectedDeadLetters: deadLetters,
    isLogWhole,
    putIn,
  })
  const looked = findings.reduce((sum, finding) => sum + finding.looked, 0)
  const wrong = findings.filter((finding) => finding.wrong.length > 0)
  return [
    ...wrong.map(({ name, wrong: which }) => ({
      what: `${name}: ${which.slice(0, 3).join(', ')}`,
      seen: which.length,
      goal: 0,
    })),
    { what: `differences, of ${looked} comparisons`, seen: wrong.length, goal: 0 },
    ...(await acknowledgements.counts()),
  ]
}
