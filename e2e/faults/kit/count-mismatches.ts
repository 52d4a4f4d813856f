import { check } from '../checker/check.ts'
import type { Count } from './count.ts'
import type { Environment } from './environment.ts'

/** Waits until the shop has settled; counts mismatches in its data and broken acknowledgements. */
export async function countMismatches({
  acknowledgements,
  expected,
  settleMs,
}: Environment): Promise<Count[]> {
  const { deadLetters, isLogWhole, initialStock, interruptions } = expected
  const findings = await check({
    withinMs: settleMs,
    expectedDeadLetters: deadLetters,
    isLogWhole,
    initialStock,
    ...(interruptions && { interruptions: interruptions.all }),
  })
  const checked = findings.reduce((sum, finding) => sum + finding.checked, 0)
  const failed = findings.filter((finding) => finding.mismatches.length > 0)
  return [
    ...failed.map(({ name, mismatches }) => ({
      what: `${name}: ${mismatches.slice(0, 3).join(', ')}`,
      seen: mismatches.length,
      goal: 0,
    })),
    { what: `failed checks, of ${checked} comparisons`, seen: failed.length, goal: 0 },
    ...(await acknowledgements.counts()),
  ]
}
