import { Link } from '@remix-run/react'
import { money } from '../lib/money.ts'
import { Notice } from '../ui/notice.tsx'
import { CardFormFault } from './card-form-error.tsx'
import type { PayFormProps } from './pay-form.tsx'
import { usePayForm } from './use-pay-form.ts'

/** Where the card goes in; its form comes with Stripe's script. */
export function PayCard(props: PayFormProps) {
  return (
    <section className="card stack g5" aria-labelledby="pay">
      <div className="stack g2">
        <h2 id="pay">Pay by card</h2>
        <p className="muted small">
          Your bank may ask you to confirm. We take the money only after every item is set aside for
          you.
        </p>
      </div>
      {props.stripeJsUrl !== '' && (
        <Notice kind="info" title="This is a test shop: no real money moves.">
          <p>
            Use card 4242 4242 4242 4242, any future date and any three digits. 4000 0000 0000 0002
            is declined, 4000 0025 0000 3155 asks to confirm.
          </p>
        </Notice>
      )}
      <noscript>
        <Notice kind="warn" title="Card payment needs JavaScript">
          <p>
            Your order is saved: {money(props.order.total)} are to be paid within a day. Open this
            page in another browser to pay. <Link to={`/orders/${props.order.id}`}>Your order</Link>
          </p>
        </Notice>
      </noscript>
      <PayPlace {...props} />
    </section>
  )
}

function PayPlace(props: PayFormProps) {
  const { PayForm, hasFailed, retry } = usePayForm()
  if (hasFailed) return <CardFormFault retry={retry} />
  if (PayForm === null) return <div className="pay-place" aria-hidden="true" />
  return <PayForm {...props} />
}
