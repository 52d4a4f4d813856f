import { runCheckouts } from './checkouts.ts'
import type { Job, Outcome } from './job.ts'
import { sendRequests } from './requests.ts'

process.on('message', (job: Job) => void run(job))
process.on('disconnect', () => process.exit())

async function run(job: Job): Promise<void> {
  const start = performance.now()
  const outcome: Outcome = { seconds: 0, orderIds: [] }
  try {
    if (job.kind === 'requests') await sendRequests(job)
    else outcome.orderIds = await runCheckouts(job)
  } catch (error) {
    outcome.failure = error instanceof Error ? error.message : String(error)
  }
  outcome.seconds = (performance.now() - start) / 1000
  process.send?.(outcome)
}
