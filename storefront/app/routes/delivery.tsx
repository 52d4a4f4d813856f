import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction } from '@remix-run/react'
import { FREE_SHIPPING_FROM, shippingFor, toDecimal } from '@shop/shared/contracts'
import { money } from '../lib/money.ts'
import { seo } from '../lib/seo.ts'

export function loader({ context }: LoaderFunctionArgs) {
  return data({ origin: context.origin })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  seo({
    title: 'Shipping',
    description:
      'What shipping costs at Corner, how long it takes, and how you follow your parcels.',
    ...(page && { url: `${page.origin}/delivery` }),
  })

export default function Delivery() {
  return (
    <main id="main" tabIndex={-1} className="wrap page stack g6 words">
      <div className="stack g2">
        <h1>Shipping</h1>
        <p>What it costs, how long it takes, and how you follow your parcels.</p>
      </div>
      <section className="stack g2">
        <h2>What it costs</h2>
        <p>
          {money(toDecimal(shippingFor(0)))} an order, however many sellers it comes from. From{' '}
          {money(toDecimal(FREE_SHIPPING_FROM))} of items on, shipping is free.
        </p>
      </section>
      <section className="stack g2">
        <h2>How long it takes</h2>
        <p>
          Sellers send within two working days. Then it takes 3–5 working days at home and 7–12
          abroad. Each seller sends their own parcel, so an order can come in several.
        </p>
      </section>
      <section className="stack g2">
        <h2>Where your parcel is</h2>
        <p>
          We email you when a parcel is on its way, with the carrier and its tracking number. Your
          order’s page shows the same, and updates automatically. Lost the email?{' '}
          <Link to="/orders/find">Find your order</Link>.
        </p>
      </section>
    </main>
  )
}
