import { Counter, Gauge, Histogram, register } from 'prom-client'

const TICK_MS = 1000
const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

/**
 * Names the program on all its metrics, and measures its process. The default metrics of prom-client would not do:
 * their figures of the heap and of collections mean nothing on Bun, and their timer costs more than an idle service.
 */
export function measureProcess(service: string): void {
  register.setDefaultLabels({ service })
  measureMemory()
  measureCpu()
  measureEventLoop()
}

function measureMemory(): void {
  void new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory',
    collect() {
      this.set(process.memoryUsage.rss())
    },
  })
  new Gauge({
    name: 'process_start_time_seconds',
    help: 'When the process started, in Unix time',
  }).set(Date.now() / 1000 - process.uptime())
}

function measureCpu(): void {
  let counted = 0
  void new Counter({
    name: 'process_cpu_seconds_total',
    help: 'CPU time, of user and system',
    collect() {
      const { user, system } = process.cpuUsage()
      const seconds = (user + system) / 1e6
      this.inc(Math.max(0, seconds - counted))
      counted = seconds
    },
  })
}

/** How late a timer is that is due once a second. */
function measureEventLoop(): void {
  const lag = new Histogram({
    name: 'event_loop_lag_seconds',
    help: 'How late a timer ran',
    buckets: SECONDS,
  })
  let dueAt = performance.now() + TICK_MS
  setInterval(() => {
    const now = performance.now()
    lag.observe(Math.max(0, now - dueAt) / 1000)
    dueAt = now + TICK_MS
  }, TICK_MS).unref()
}
