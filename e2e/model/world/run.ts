import type { Invariant } from '../invariants/invariant.ts'
import type { Rule } from '../rules.ts'
import type { Random } from './random.ts'

const PROCESS_WIDTH = 34

const NO_STATS = {
  steps: 0,
  kills: 0,
  wipes: 0,
  losses: 0,
  parked: 0,
  elections: 0,
  'stale reads': 0,
  pauses: 0,
  lapses: 0,
  outages: 0,
  published: 0,
  republished: 0,
}

/** One run of the model: its clock, random source, history and broken invariants. */
export class Run {
  readonly random: Random
  readonly removed: ReadonlySet<Rule>
  readonly isRecording: boolean
  now = 0
  /** The running process, for the history. */
  current = 'start'
  /** False after the faults, when the shop must settle. */
  isFaulty = true
  /** Only republishing everything by hand brings back what the broker has lost. */
  needsRepublish = false
  readonly violations = new Set<Invariant>()
  readonly history: string[] = []
  readonly stats = { ...NO_STATS }

  constructor(random: Random, removed: ReadonlySet<Rule>, isRecording: boolean) {
    this.random = random
    this.removed = removed
    this.isRecording = isRecording
  }

  get process(): string {
    return this.current.split(' ')[0] ?? ''
  }

  /** Whether this run has the rule removed. */
  lacks(rule: Rule): boolean {
    return this.removed.has(rule)
  }

  record(text: string): void {
    if (!this.isRecording) return
    this.history.push(
      `${String(this.now).padStart(6)} ${this.current.padEnd(PROCESS_WIDTH)} ${text}`.trimEnd(),
    )
  }

  /** Records a broken invariant. */
  violate(invariant: Invariant, detail = ''): void {
    this.violations.add(invariant)
    this.record(`!!! ${invariant} ${detail}`)
  }
}
