/** How much is measured. */
export interface Effort {
  repetitions: number
  /** Minimum CPU time of a sample; the clock ticks every 10 ms. */
  cpuMs: number
  /** Slices of requests sent as a warm-up. */
  warmUps: number
  checkouts: { warmUp: number; measured: number; atOnce: number }
}

export const FULL: Effort = {
  repetitions: 5,
  cpuMs: 1500,
  warmUps: 4,
  checkouts: { warmUp: 1200, measured: 400, atOnce: 8 },
}

export const QUICK: Effort = {
  repetitions: 2,
  cpuMs: 500,
  warmUps: 2,
  checkouts: { warmUp: 60, measured: 80, atOnce: 8 },
}
