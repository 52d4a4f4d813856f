import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction } from '@remix-run/react'
import { seo } from '../lib/seo.ts'

export function loader({ context }: LoaderFunctionArgs) {
  return data({ origin: context.origin })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  seo({
    title: 'Privacy',
    description: 'What Corner keeps of you, why, and who else sees it.',
    ...(page && { url: `${page.origin}/privacy` }),
  })

export default function Privacy() {
  return (
    <main id="main" tabIndex={-1} className="wrap page stack g6 words">
      <div className="stack g2">
        <h1>Privacy</h1>
        <p>What this shop keeps of you, why, and who else sees it. There is no more than this.</p>
      </div>
      <section className="stack g2">
        <h2>Cookies</h2>
        <p>
          There are two, and both are only for this shop. <b>session</b> remembers your cart and who
          you are from the first thing you add to the cart; it ends after twelve hours without a
          visit, after seven days, or when you sign out. <b>theme</b> remembers light or dark for a
          year, if you choose one on <Link to="/account#look">your account page</Link>.
        </p>
        <p>No statistics, no advertising, no other company's scripts but Stripe's for payment.</p>
      </section>
      <section className="stack g2">
        <h2>Your account</h2>
        <p>
          Your e-mail address, the name you give yourself, and your password in a form that nobody
          can read back. Your e-mail address is never shown to shoppers or sellers; your name stands
          beside what you sell.
        </p>
      </section>
      <section className="stack g2">
        <h2>Orders</h2>
        <p>
          What you bought, what it cost, the address it goes to and the e-mail address you gave with
          it. Each seller sees the lines that are theirs and, once the order is paid, the address.
          Orders stay: you and the sellers need them as receipts.
        </p>
      </section>
      <section className="stack g2">
        <h2>Your card</h2>
        <p>
          The card form is <a href="https://stripe.com/privacy">Stripe's</a>. Your card number goes
          from your browser to Stripe and never comes here. This shop keeps the brand and the last
          four digits, so that you recognize the card.
        </p>
      </section>
      <section className="stack g2">
        <h2>For a short time</h2>
        <p>
          Tries to sign in and new accounts are counted by network address and e-mail address, for a
          few hours at most, to keep guessers out. If you are signed out while you fill in a form,
          what you typed waits in that tab until you are back; passwords never do.
        </p>
      </section>
    </main>
  )
}
