import type { Database } from 'bun:sqlite'
import { settleRefundNow } from './api/settle-refund.ts'
import { nextChange } from './ledger/refund-changes.ts'

export interface RefundClock {
  /** Checks what is planned; called after each commit. */
  wake: () => void
  stop: () => void
}

/** Settles refunds when the change that was planned for them is due. */
export function startRefundClock(db: Database, onSettled: () => void): RefundClock {
  let timer: Timer | undefined
  let isStopped = false

  function wake(): void {
    clearTimeout(timer)
    if (isStopped) return
    for (let change = nextChange(db); change !== null; change = nextChange(db)) {
      const waitMs = change.due - Date.now()
      if (waitMs > 0) {
        timer = setTimeout(wake, waitMs)
        return
      }
      settleRefundNow(db, change.refund, change.status)
      onSettled()
    }
  }

  wake()
  return {
    wake,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
