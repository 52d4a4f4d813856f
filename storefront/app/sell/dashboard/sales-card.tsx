import { dayText, type SalesResponse } from '@shop/shared/contracts'
import { money } from '../../lib/money.ts'
import { BarChart } from './bar-chart.tsx'

/** Sales per day as bars, with the same numbers as a table behind them. */
export function SalesCard({ days }: Pick<SalesResponse, 'days'>) {
  return (
    <section className="card stack" aria-labelledby="sales">
      <h2 id="sales" className="small-title">
        Sales per day
      </h2>
      <BarChart days={days} />
      <details className="data">
        <summary>Show as a table</summary>
        <table className="sales-table">
          <thead>
            <tr>
              <th scope="col">Day (UTC)</th>
              <th scope="col" className="r">
                Orders
              </th>
              <th scope="col" className="r">
                Sales
              </th>
              <th scope="col" className="r">
                Refunded
              </th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map(({ day, orders, revenue, refunds }) => (
              <tr key={day}>
                <td>
                  <time dateTime={day}>{dayText(day)}</time>
                </td>
                <td className="r num">{orders}</td>
                <td className="r num">{money(revenue)}</td>
                <td className="r num">{money(refunds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
