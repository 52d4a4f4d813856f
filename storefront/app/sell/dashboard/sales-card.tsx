import { money } from '../../lib/money.ts'
import { BarChart } from './bar-chart.tsx'
import type { SalesSum, Unit } from './sums.ts'

interface SalesCardProps {
  unit: Unit
  sums: SalesSum[]
}

const FIRST_COLUMN: Record<Unit, string> = { day: 'Day', week: 'Week', month: 'Month' }

const ROWS: Record<Unit, string> = {
  day: 'one for each day',
  week: 'one for seven days; the earliest may have fewer',
  month: 'one for each month, as far as it is in the period',
}

/** Sales as bars, with the same numbers as a table behind them. */
export function SalesCard({ unit, sums }: SalesCardProps) {
  return (
    <section className="card stack" aria-labelledby="sales">
      <h2 id="sales" className="small-title">
        Sales per {unit}
      </h2>
      {sums.some(({ revenue }) => revenue > 0) ? (
        <BarChart unit={unit} sums={sums} />
      ) : (
        <p className="muted">Nothing was sold in this time.</p>
      )}
      <details>
        <summary>Show as a table</summary>
        <div className="sales-scroll">
          <table className="sales-table">
            <caption>The same rows as the bars: {ROWS[unit]}. Days are in UTC.</caption>
            <thead>
              <tr>
                <th scope="col">{FIRST_COLUMN[unit]}</th>
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
              {sums.toReversed().map(({ text, orders, revenue, refunds }) => (
                <tr key={text}>
                  <td>{text}</td>
                  <td className="r num">{orders.toLocaleString('en-US')}</td>
                  <td className="r num">{money(revenue)}</td>
                  <td className="r num">{money(refunds)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  )
}
