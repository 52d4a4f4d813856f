import type { Facts } from './facts.ts'
import type { Finding } from './finding.ts'

/** Checks the number of dead letters. */
export function checkDeadLetters(
  { deadLetters }: Pick<Facts, 'deadLetters'>,
  expected: number,
): Finding[] {
  const checked = deadLetters.length
  const missing = checked < expected ? [`${checked} instead of ${expected}`] : []
  const mismatches = checked > expected ? deadLetters : missing
  return [{ name: `${expected} dead letters`, checked, mismatches }]
}
