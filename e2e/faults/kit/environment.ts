import type { Acknowledgements } from './acknowledgements.ts'

/** A shop that is tried, as shoppers, sellers and the checker know it. */
export interface Environment {
  acknowledgements: Acknowledgements
  /** How long people ask for an answer, and how long the shop may take to come to rest. */
  patienceMs: number
  restMs: number
  /** What the checker has to know of the faults so far. */
  expected: { deadLetters: number; isLogWhole: boolean; putIn: Map<string, number> }
}

/** How long people wait where faults take a while to heal. */
export const PATIENT = { patienceMs: 300_000, restMs: 90_000 }

/** A shop of which nothing is known yet. */
export const newExpectations = (): Environment['expected'] => {
  return { deadLetters: 0, isLogWhole: true, putIn: new Map() }
}
