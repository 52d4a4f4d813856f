import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction } from '@remix-run/react'
import { seo } from '../lib/seo.ts'

export function loader({ context }: LoaderFunctionArgs) {
  return data({ origin: context.origin })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  seo({
    title: 'Returns',
    description: 'How to give items back at Corner, who pays for it, and when the money is back.',
    ...(page && { url: `${page.origin}/returns` }),
  })

export default function Returns() {
  return (
    <main id="main" tabIndex={-1} className="wrap page stack g6 words">
      <div className="stack g2">
        <h1>Returns</h1>
        <p>You can give back anything for 30 days after it was delivered.</p>
      </div>
      <section className="stack g2">
        <h2>How it works</h2>
        <p>
          Open your order and choose “Give something back”. What was not sent yet is refunded right
          away. For the rest, the seller writes to you where to send it. Without an answer in a
          week, the return is accepted.
        </p>
        <p>
          Not signed in? The link in your email opens your order. Lost it?{' '}
          <Link to="/orders/find">Find your order</Link>.
        </p>
      </section>
      <section className="stack g2">
        <h2>Your right to withdraw</h2>
        <p>
          Within 14 days after delivery you need no reason, and no seller can refuse. After that a
          seller can, with a reason that you can read.
        </p>
      </section>
      <section className="stack g2">
        <h2>Who pays for sending it back</h2>
        <p>You do, unless it came damaged or is not what you ordered. Then the seller does.</p>
      </section>
      <section className="stack g2">
        <h2>Your money</h2>
        <p>
          It goes back to the card that you paid with. Banks usually show it in 5–10 business days.
          Shipping is refunded with the last item of an order.
        </p>
      </section>
    </main>
  )
}
