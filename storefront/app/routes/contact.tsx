import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction } from '@remix-run/react'
import { seo } from '../lib/seo.ts'

export function loader({ context }: LoaderFunctionArgs) {
  return data({ origin: context.origin })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  seo({
    title: 'Contact',
    description: 'How to reach Corner and the sellers.',
    ...(page && { url: `${page.origin}/contact` }),
  })

export default function Contact() {
  return (
    <main id="main" tabIndex={-1} className="wrap page stack g6 words">
      <div className="stack g2">
        <h1>Contact</h1>
        <p>Most questions are about an order: its page says what happens next.</p>
      </div>
      <section className="stack g2">
        <h2>About an order</h2>
        <p>
          Open it from <Link to="/orders">your orders</Link>, from the link in your email, or{' '}
          <Link to="/orders/find">find it by its number</Link>. There you can give something back,
          with a note that the seller reads.
        </p>
      </section>
      <section className="stack g2">
        <h2>About anything else</h2>
        <p>
          Answer any email that we sent you. Our answers to common questions:{' '}
          <Link to="/delivery">shipping</Link>, <Link to="/returns">returns</Link>,{' '}
          <Link to="/privacy">privacy</Link>.
        </p>
      </section>
    </main>
  )
}
