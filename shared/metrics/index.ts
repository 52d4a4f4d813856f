import { Counter, Gauge, register } from 'prom-client'

/** A counter on the process's registry; the one that is there already, if there is one. */
export function counter<L extends string>(name: string, help: string, labelNames: L[]): Counter<L> {
  const known = register.getSingleMetric(name) as Counter<L> | undefined
  return known ?? new Counter({ name, help, labelNames })
}

/** A gauge that is read when it is asked for; takes the place of one of the same name. */
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
      await collect((labels, value) => this.set(labels, value))
    },
  })
  void metric
}
