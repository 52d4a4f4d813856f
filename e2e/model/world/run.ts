import type { Invariant } from '../invariants/invariant.ts'
import type { Rule } from '../rules.ts'
import type { Random } from './random.ts'

const WHO_WIDTH = 34

const NOTHING_YET = {
  steps: 0,
  kills: 0,
  wipes: 0,
  losses: 0,
  pauses: 0,
  lapses: 0,
  outages: 0,
  published: 0,
  republished: 0,
}

/** One run of the model: its clock, its dice, what was recorded of it and which invariants it broke. */
export class Run {
  readonly random: Random
  readonly removed: ReadonlySet<Rule>
  readonly isRecording: boolean
  now = 0
  /** Who is running, for the history. */
  current = 'start'
  /** False once the faults are over and the shop must come to rest. */
  isFaulty = true
  /** A message was lost after it was last republished: only republishing everything heals that. */
  needsRepublish = false
  readonly violations = new Set<Invariant>()
  readonly history: string[] = []
  readonly stats = { ...NOTHING_YET }

  constructor(random: Random, removed: ReadonlySet<Rule>, isRecording: boolean) {
    this.random = random
    this.removed = removed
    this.isRecording = isRecording
  }

  /** Whether this run is one of a mutant that lacks the rule. */
  without(rule: Rule): boolean {
    return this.removed.has(rule)
  }

  record(text: string): void {
    if (!this.isRecording) return
    this.history.push(
      `${String(this.now).padStart(6)} ${this.current.padEnd(WHO_WIDTH)} ${text}`.trimEnd(),
    )
  }

  /** Records that an invariant does not hold. */
  violate(invariant: Invariant, detail = ''): void {
    this.violations.add(invariant)
    this.record(`!!! ${invariant} ${detail}`)
  }
}
