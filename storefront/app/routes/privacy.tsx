import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction } from '@remix-run/react'
import { seo } from '../lib/seo.ts'

export function loader({ context }: LoaderFunctionArgs) {
  return data({ origin: context.origin })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  seo({
    title: 'Privacy',
    description: 'What Corner stores about you, why, and who else sees it.',
    ...(page && { url: `${page.origin}/privacy` }),
  })

export default function Privacy() {
  return (
    <main id="main" tabIndex={-1} className="wrap page stack g6 words">
      <div className="stack g2">
        <h1>Privacy</h1>
        <p>What this shop stores about you, why, and who else sees it. There is nothing else.</p>
      </div>
      <section className="stack g2">
        <h2>Cookies</h2>
        <p>
          There are three kinds, and only this shop uses them. <b>session</b> remembers your cart
          and who you are, starting when you first add something to your cart. It ends after twelve
          hours without a visit, after seven days, or when you sign out. <b>theme</b> remembers
          light or dark for a year, if you choose one on{' '}
          <Link to="/account#theme">your account page</Link>. <b>order_…</b> keeps an order open for
          a day after you followed the link in its email.
        </p>
        <p>No analytics, no advertising, and no third-party scripts except Stripe’s for payment.</p>
      </section>
      <section className="stack g2">
        <h2>Your account</h2>
        <p>
          Your email address, the name you choose, and your password as a hash, which nobody can
          turn back into the password. Your email address is never shown to shoppers or sellers.
          Your name is shown with what you sell.
        </p>
      </section>
      <section className="stack g2">
        <h2>Orders</h2>
        <p>
          What you bought, what it cost, the shipping address, and the email address you gave. Each
          seller sees only their own items and, once the order is paid, the shipping address. Orders
          are kept: you and the sellers need them as receipts.
        </p>
      </section>
      <section className="stack g2">
        <h2>Email</h2>
        <p>
          We email you about your orders and your account, and nothing else. What was sent to whom
          is deleted 60 days later. Between our own services, events with your email address or your
          shipping address are kept for 8 days. Sellers write to you through your order’s page: they
          never see your email address.
        </p>
      </section>
      <AboutOthers />
    </main>
  )
}

/** Who else deals with what is stored. */
function AboutOthers() {
  return (
    <>
      <section className="stack g2">
        <h2>Reports and staff</h2>
        <p>
          If you report a product, the seller never learns who did. Staff see accounts, orders and
          which emails were sent, to help you and to keep the market clean. What they do about an
          account, a product or an order is kept with the reason, and the person concerned is told
          that reason. An event that a service could not handle is kept for 30 days at most.
        </p>
      </section>
      <section className="stack g2">
        <h2>Your card</h2>
        <p>
          The card form is <a href="https://stripe.com/privacy">Stripe’s</a>. Your card number goes
          from your browser to Stripe and never reaches this shop. This shop stores the brand and
          the last four digits, so that you can recognize the card.
        </p>
      </section>
      <section className="stack g2">
        <h2>Temporary data</h2>
        <p>
          Sign-in attempts and new accounts are counted by IP address and email address, for a few
          hours at most, to stop password guessing. If you are signed out while you fill in a form,
          what you typed stays in that tab until you are back. Passwords are never stored there.
        </p>
      </section>
    </>
  )
}
