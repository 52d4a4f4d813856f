import { Counter, Gauge, register } from 'prom-client'

/** A counter of the process's registry, created once. */
export function counter<L extends string>(name: string, help: string, labelNames: L[]): Counter<L> {
  const known = register.getSingleMetric(name) as Counter<L> | undefined
  return known ?? new Counter({ name, help, labelNames })
}

/** A gauge that is collected on demand, without a value while that fails; replaces one of the same name. */
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
      this.reset()
      // What cannot be read now, such as a count of a database that is down, must not hide all other metrics.
      await collect((labels, value) => this.set(labels, value)).catch(() => this.reset())
    },
  })
  void metric
}
