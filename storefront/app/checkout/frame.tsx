import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { money } from '../lib/money.ts'
import { count } from '../lib/words.ts'
import { arrivalText } from '../ui/arrival.ts'
import { Icon } from '../ui/icon.tsx'
import { OrderLines, type Line } from '../ui/order-lines.tsx'
import { QuietHeader } from '../ui/quiet-header.tsx'
import { Totals, type Amounts } from '../ui/totals.tsx'

interface CheckoutFrameProps {
  step: 'address' | 'payment'
  lines: Line[]
  totals: Amounts
  /** Where it goes, once that is known. */
  country?: string | undefined
  children: ReactNode
}

export function CheckoutFrame({ step, lines, totals, country, children }: CheckoutFrameProps) {
  return (
    <>
      <QuietHeader to="/cart">Back to cart</QuietHeader>
      <main id="main" tabIndex={-1} className="wrap page stack g5">
        <div className="row between">
          <h1>Checkout</h1>
          <Steps step={step} />
        </div>
        <a className="peek" href="#sum">
          {count(totals.itemCount, 'item')}, {money(totals.total)} <span>See your order</span>
        </a>
        <div className="split side">
          <div className="stack g5">{children}</div>
          <section className="card stack stick" aria-labelledby="sum">
            <h2 id="sum">Your order</h2>
            <OrderLines lines={lines} />
            <Totals totals={totals} />
            <p className="muted small">
              Arrives {arrivalText(country)}. <Link to="/delivery">Shipping</Link> ·{' '}
              <Link to="/returns">Returns</Link>
            </p>
          </section>
        </div>
      </main>
    </>
  )
}

function Steps({ step }: Pick<CheckoutFrameProps, 'step'>) {
  const isPaying = step === 'payment'
  return (
    <ol className="steps" aria-label="Checkout steps">
      <li
        className={isPaying ? 'done' : ''}
        {...(!isPaying && { 'aria-current': 'step' as const })}
      >
        <span className="dot">{isPaying ? <Icon name="check" /> : 1}</span>
        Shipping address
        {isPaying && <span className="sr">, done</span>}
      </li>
      <li {...(isPaying && { 'aria-current': 'step' as const })}>
        <span className="dot">2</span>
        Payment
      </li>
    </ol>
  )
}
