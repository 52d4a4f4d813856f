import { payOrders, placeOrders, runCheckouts } from './checkouts.ts'
import type { Job, Outcome } from './job.ts'
import { sendRequests } from './requests.ts'

process.on('message', (job: Job) => void report(job))
process.on('disconnect', () => process.exit())

async function report(job: Job): Promise<void> {
  const outcome = await run(job).catch((error: unknown): Outcome => {
    const failure = error instanceof Error ? error.message : String(error)
    return { orderIds: [], answers: [], failure }
  })
  process.send?.(outcome)
}

async function run(job: Job): Promise<Outcome> {
  switch (job.kind) {
    case 'requests':
      await sendRequests(job)
      return { orderIds: [], answers: [] }
    case 'checkouts':
      return runCheckouts(job)
    case 'orders':
      return placeOrders(job)
    case 'payments':
      return payOrders(job)
    default:
      return job satisfies never
  }
}
