import type { OrderPage } from './order-page.ts'
import { saleSteps, secondsText, type SaleStep } from './sale-times.ts'

/** How long the shop took for a sale, step by step, from what it has stored. */
export function SaleCard({ order, messages }: Pick<OrderPage, 'order' | 'messages'>) {
  const steps = saleSteps(order, messages ?? [])
  if (steps.length === 0) return null
  const end = Math.max(1, ...steps.map(({ from, to = from }) => to))
  return (
    <section className="card stack" aria-labelledby="sale">
      <h2 id="sale" className="small-title">
        How long it took
      </h2>
      <table className="sale-times">
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">After approval</th>
            <th scope="col">Took</th>
            <th scope="col" className="drawn">
              <span className="sr">Drawn</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.name}>
              <th scope="row">{step.name}</th>
              <td>{secondsText(step.from)}</td>
              <td>{step.to === undefined ? 'Not done' : secondsText(step.to - step.from)}</td>
              <td className="drawn">
                <Bar step={step} end={end} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A step as a part of the whole sale; one that has not ended is open to the right. */
function Bar({ step, end }: { step: SaleStep; end: number }) {
  const { from, to = end } = step
  const x = (from / end) * 100
  const width = Math.max(1, ((to - from) / end) * 100)
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect x={Math.min(x, 99)} y="0" width={width} height="8" />
    </svg>
  )
}
