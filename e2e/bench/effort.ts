/** How much is measured. */
export interface Effort {
  repetitions: number
  /** Minimum CPU time of a sample; the clock ticks every 10 ms. */
  cpuMs: number
  /** Slices of requests sent as a warm-up. */
  warmUps: number
  sale: SaleEffort
}

/** How much of selling is measured. */
export interface SaleEffort {
  /** Checkouts before the first measured one. */
  warmUp: number
  /** Numbers of measured batches, and of checkouts in each. */
  batches: number
  oneAtATime: number
  tenAtOnce: number
  /** Checkouts whose commands, messages and calls are counted. */
  counted: number
  /** Times that a hundred shoppers want the last piece. */
  lastPieces: number
  idle: { times: number; seconds: number }
}

export const FULL: Effort = {
  repetitions: 5,
  cpuMs: 1500,
  warmUps: 4,
  sale: {
    warmUp: 1200,
    batches: 4,
    oneAtATime: 50,
    tenAtOnce: 100,
    counted: 30,
    lastPieces: 3,
    idle: { times: 3, seconds: 60 },
  },
}

export const QUICK: Effort = {
  repetitions: 2,
  cpuMs: 500,
  warmUps: 2,
  sale: {
    warmUp: 60,
    batches: 2,
    oneAtATime: 10,
    tenAtOnce: 30,
    counted: 5,
    lastPieces: 1,
    idle: { times: 1, seconds: 10 },
  },
}

/** One round of a commit in a comparison; every round starts the shop again. */
export const ROUND: SaleEffort = {
  warmUp: 400,
  batches: 2,
  oneAtATime: 50,
  tenAtOnce: 100,
  counted: 10,
  lastPieces: 2,
  idle: { times: 1, seconds: 60 },
}
