import type { SoldOrderResponse } from '@shop/shared/contracts'
import { Time } from '../../ui/time.tsx'
import { historyOf } from './history-of.ts'

export function History({ order }: { order: SoldOrderResponse }) {
  const entries = historyOf(order)
  if (entries.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="history">
      <h2 id="history" className="small-title">
        History
      </h2>
      <ol className="history">
        {entries.map(({ at, text }, position) => (
          <li key={position} className="small">
            <span className="muted">
              <Time at={at} show="moment" />
            </span>
            <span className="break">{text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
