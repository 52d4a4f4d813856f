import type { Acknowledgements } from './acknowledgements.ts'
import type { Interruptions } from './interruptions.ts'

interface Expected {
  deadLetters: number
  isLogWhole: boolean
  initialStock: Map<string, number>
  /** Unknown where processes are not watched. */
  interruptions?: Interruptions
}

/** What scenarios know of the shop under test. */
export interface Environment {
  acknowledgements: Acknowledgements
  /** How long shoppers retry, and how long the shop may take to settle. */
  retryForMs: number
  settleMs: number
  /** How long shoppers wait is noted here. */
  waits?: Waits
  /** What earlier faults make the checker expect. */
  expected: Expected
}

export interface Waits {
  /** Until the first response that is neither 5xx nor 202, tries again included. */
  longestMs: number
  /** Responses with status 500. */
  failures: number
}

/** Waits for faults that take a while to heal. */
export const LONG_WAITS = { retryForMs: 300_000, settleMs: 90_000 }

export const newExpectations = (): Expected => {
  return { deadLetters: 0, isLogWhole: true, initialStock: new Map() }
}
