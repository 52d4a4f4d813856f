import { Link } from '@remix-run/react'
import { money } from '../../lib/money.ts'
import { count } from '../../lib/words.ts'
import { Picture } from '../../ui/picture.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { SoldTable } from '../sold-list/table.tsx'
import { figuresOf } from './figures.ts'
import type { Dashboard } from './load.server.ts'
import { LowStock } from './low-stock.tsx'
import { PERIOD_TABS, dashboardUrl } from './period.ts'
import { SalesCard } from './sales-card.tsx'
import { Waits } from './waits.tsx'

/** What waits, the sales of a period, and what runs low. */
export function DashboardView({ page }: { page: Dashboard }) {
  const { period, sales, bars, today, recent, low, threshold } = page
  return (
    <>
      <Waits counts={sales.counts} due={sales.due} />
      <Tabs label="Period" tabs={PERIOD_TABS} current={dashboardUrl(period)} keepsScroll />
      <p className="sr" role="status">
        Sales of the last {period} days shown
      </p>
      <dl className="figures">
        {figuresOf(sales, period).map(({ name, value, note }) => (
          <div className="card stat" key={name}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
            <dd className="muted small">{note}</dd>
          </div>
        ))}
      </dl>
      <SalesCard {...bars} />
      {recent.length > 0 && (
        <section className="card stack" aria-labelledby="recent">
          <div className="row between">
            <h2 id="recent" className="small-title">
              Recent orders
            </h2>
            <Link className="btn text small" to="/sell/orders?status=all">
              All orders
            </Link>
          </div>
          <SoldTable orders={recent} today={today} />
        </section>
      )}
      <div className="card-pair">
        <Bestsellers products={sales.bestsellers} period={period} />
        <LowStock products={low} threshold={threshold} period={period} />
      </div>
    </>
  )
}

interface BestsellersProps {
  products: Dashboard['sales']['bestsellers']
  period: number
}

function Bestsellers({ products, period }: BestsellersProps) {
  if (products.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="best">
      <h2 id="best" className="small-title">
        Bestsellers, {period} days
      </h2>
      <ul className="product-list">
        {products.map(({ productId, title, imageUrl, units, revenue }) => (
          <li key={productId}>
            <Picture url={imageUrl} alt="" view="thumb" />
            <span>
              <b>{title}</b>
              <br />
              <span className="muted small">{count(units, 'item')}</span>
            </span>
            <span className="price">{money(revenue)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
