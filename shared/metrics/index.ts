import { Counter, Gauge, Histogram, register } from 'prom-client'

/** A gauge that waits for a server that is down must not make the whole process look down. */
const COLLECT_MS = 400

export { measureProcess } from './process.ts'

/** A counter of the process's registry, created once. */
export function counter<L extends string>(name: string, help: string, labelNames: L[]): Counter<L> {
  const known = register.getSingleMetric(name) as Counter<L> | undefined
  return known ?? new Counter({ name, help, labelNames })
}

/** A histogram of the process's registry, created once. */
export function histogram<L extends string>(
  name: string,
  help: string,
  labelNames: L[],
  buckets: number[],
): Histogram<L> {
  const known = register.getSingleMetric(name) as Histogram<L> | undefined
  return known ?? new Histogram({ name, help, labelNames, buckets })
}

/** A gauge that is collected on demand, without a value while that fails or takes long; replaces one of the same name. */
export function gauge<L extends string>(
  name: string,
  help: string,
  labelNames: L[],
  collect: (set: (labels: Record<L, string>, value: number) => void) => Promise<void>,
): void {
  register.removeSingleMetric(name)
  const metric: Gauge<L> = new Gauge({
    name,
    help,
    labelNames,
    async collect() {
      const values: [Record<L, string>, number][] = []
      // What cannot be read now, such as a count of a database that is down, must not hide all other metrics.
      const isRead = await inTime(collect((...value) => values.push(value)))
      this.reset()
      // Without labels, a reset gauge is 0.
      if (labelNames.length === 0) this.remove()
      if (isRead) for (const [labels, value] of values) this.set(labels, value)
    },
  })
  void metric
}

async function inTime(work: Promise<void>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), COLLECT_MS)
  const done = work.then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([done, late])
  } finally {
    clearTimeout(timer)
  }
}
