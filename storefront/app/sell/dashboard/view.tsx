import { Link } from '@remix-run/react'
import { money } from '../../lib/money.ts'
import { count } from '../../lib/words.ts'
import { Picture } from '../../ui/picture.tsx'
import { SoldTable } from '../sold-list/table.tsx'
import { figuresOf } from './figures.ts'
import type { Dashboard } from './load.server.ts'
import { LowStock } from './low-stock.tsx'
import { SalesCard } from './sales-card.tsx'
import { Waits } from './waits.tsx'

/** What waits, the sales of the last 30 days, and what runs low. */
export function DashboardView({ page }: { page: Dashboard }) {
  const { sales, today, late, dueToday, recent, low, threshold } = page
  return (
    <>
      <Waits counts={sales.counts} late={late} dueToday={dueToday} />
      <dl className="figures">
        {figuresOf(sales).map(({ name, value, note }) => (
          <div className="card stat" key={name}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
            <dd className="muted small">{note}</dd>
          </div>
        ))}
      </dl>
      <SalesCard days={sales.days} />
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
        <Bestsellers products={sales.bestsellers} />
        <LowStock products={low} threshold={threshold} />
      </div>
    </>
  )
}

function Bestsellers({ products }: { products: Dashboard['sales']['bestsellers'] }) {
  if (products.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="best">
      <h2 id="best" className="small-title">
        Bestsellers, 30 days
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
