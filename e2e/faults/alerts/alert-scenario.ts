import { processesOf } from '../../stack/servers/prometheus.ts'
import { until } from '../../stack/system/until.ts'
import type { Count } from '../kit/count.ts'
import type { Scenario } from '../kit/scenario.ts'
import type { Trial } from '../kit/trial.ts'
import { startPrometheus, type Prometheus } from './prometheus.ts'

const FIRES_WITHIN_S = 120
const RESOLVES_WITHIN_S = 150
const EVERY_MS = 250

export interface AlertFault {
  /** What goes wrong. */
  name: string
  /** The alert that must fire, and no other while the fault lasts. */
  alert: string
  /** Alerts that are right, too, when what has waited is made up for. */
  afterwards?: readonly string[]
  /** Brings the fault about; returns what ends it. */
  begin: (trial: Trial) => Promise<() => Promise<void> | void>
}

/** A scenario of one fault: exactly its alert fires, and resolves after the fault has ended. */
export function alertScenario({ name, alert, afterwards = [], begin }: AlertFault): Scenario {
  return {
    name: `${alert}: ${name}`,
    invariants: [50],
    full: 1,
    run: async (trial) => {
      const prometheus = await startPrometheus(trial.data, processesOf(trial.shop))
      try {
        const [fired, end] = await Promise.all([
          watch(prometheus, FIRES_WITHIN_S, (now) => now.includes(alert)),
          begin(trial),
        ])
        await end()
        const resolved = await watch(prometheus, RESOLVES_WITHIN_S, (now) => now.length === 0)
        const during = others(fired.seen, [alert])
        const after = others(resolved.seen, [alert, ...afterwards, ...during])
        return [
          within('seconds until it fires', fired.seconds, FIRES_WITHIN_S),
          none('other alerts during the fault', during),
          within('seconds until all is quiet again', resolved.seconds, RESOLVES_WITHIN_S),
          none('other alerts afterwards', after),
        ]
      } finally {
        await prometheus.stop()
      }
    },
  }
}

/** Notes which alerts fire until the condition holds, at most for some seconds. */
async function watch(
  prometheus: Prometheus,
  withinS: number,
  isOver: (firing: string[]) => boolean,
) {
  const startedAt = performance.now()
  const seen = new Set<string>()
  await until(
    async () => {
      const now = await prometheus.firing()
      for (const name of now) seen.add(name)
      return isOver(now)
    },
    { withinMs: withinS * 1000, everyMs: EVERY_MS },
  )
  return { seconds: Math.round((performance.now() - startedAt) / 1000), seen: [...seen] }
}

const others = (seen: readonly string[], expected: readonly string[]) => [
  ...new Set(seen.filter((name) => !expected.includes(name))),
]

const within = (what: string, seen: number, seconds: number): Count => ({
  what,
  seen,
  goal: { atMost: seconds - 1 },
})

const none = (what: string, names: readonly string[]): Count => ({
  what: `${what} ${names.join(', ')}`.trim(),
  seen: names.length,
  goal: 0,
})
