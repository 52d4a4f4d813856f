import type { Facts } from './facts.ts'
import type { Finding } from './finding.ts'

/** As many events were put aside as were to be. */
export function deadLetterFindings(
  { deadLetters }: Pick<Facts, 'deadLetters'>,
  expected: number,
): Finding[] {
  const looked = deadLetters.length
  const missing = looked < expected ? [`${looked} instead of ${expected}`] : []
  const wrong = looked > expected ? deadLetters : missing
  return [{ name: `${expected} events were put aside`, looked, wrong }]
}
