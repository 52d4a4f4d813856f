import { Link } from '@remix-run/react'
import { money } from '../lib/money.ts'
import { Notice } from '../ui/notice.tsx'
import { CardFormError } from './card-form-error.tsx'
import type { PayFormProps } from './pay-form.tsx'
import { usePayForm } from './use-pay-form.ts'

export function PayCard(props: PayFormProps) {
  return (
    <section className="card stack g5" aria-labelledby="pay">
      <div className="stack g2">
        <h2 id="pay">Pay by card</h2>
        <p className="muted small">
          Your bank may ask you to confirm. Your card is charged only when every item is reserved
          for you.
        </p>
      </div>
      {props.stripeJsUrl !== '' && (
        <Notice kind="info" title="This is a test shop. No real money moves.">
          <p>
            Use card 4242 4242 4242 4242, any future date and any three digits. 4000 0000 0000 0002
            is declined, 4000 0025 0000 3155 asks you to confirm.
          </p>
        </Notice>
      )}
      <noscript>
        <Notice kind="warn" title="Card payment needs JavaScript">
          <p>
            Your order is saved. To pay {money(props.order.total)}, turn on JavaScript or use
            another browser within a day.{' '}
            <Link to={`/orders/${props.order.id}`}>View your order</Link>
          </p>
        </Notice>
      </noscript>
      <PayPlace {...props} />
    </section>
  )
}

function PayPlace(props: PayFormProps) {
  const { PayForm, hasFailed, retry } = usePayForm()
  if (hasFailed) return <CardFormError retry={retry} />
  if (PayForm === null) return <div className="pay-place" aria-hidden="true" />
  return <PayForm {...props} />
}
