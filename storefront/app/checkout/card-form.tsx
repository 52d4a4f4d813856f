import type { OrderResponse } from '@shop/shared/contracts'
import { PaymentElement } from '@stripe/react-stripe-js'
import { useEffect, useState } from 'react'
import { money } from '../lib/money.ts'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { Submit } from '../ui/submit.tsx'
import { CardFormFault } from './card-form-error.tsx'
import { usePayment } from './use-payment.ts'

interface CardFormProps {
  order: OrderResponse
  /** Loads the card form anew. */
  retry: () => void
}

/** Stripe's card form in its frame, and the button that pays once the form can be filled in. */
export function CardForm({ order, retry }: CardFormProps) {
  const payment = usePayment(order.id)
  const { isReady, isMissed, elementEvents } = useReadiness()
  const billing = { defaultValues: { billingDetails: billingOf(order) } }
  return (
    <form className="stack g5" noValidate onSubmit={payment.submit} aria-labelledby="pay">
      {isMissed && <CardFormFault retry={retry} />}
      <div className={isMissed ? 'pay-place missed' : 'pay-place'}>
        <PaymentElement options={billing} {...elementEvents} />
      </div>
      {payment.message !== null && (
        <Notice kind="danger" live="alert" title={payment.message}>
          <p>It is safe to pay again: an order is charged only once.</p>
        </Notice>
      )}
      <div className="stack g3">
        <Submit
          className="big full"
          isOff={!isReady}
          isPending={payment.isPending}
          pendingText={payment.isConfirming ? 'Confirm in your bank’s window' : 'Paying…'}
        >
          <Icon name="lock" />
          Pay {money(order.total)}
        </Submit>
        <p className="muted small centred">
          Card details go straight to Stripe. Corner never sees them.
        </p>
      </div>
    </form>
  )
}

const READY_LIMIT_MS = 8000

/** Whether the frame of the card form works; one that is late is missed, until it comes after all. */
function useReadiness() {
  const [state, setState] = useState<'loading' | 'ready' | 'missed'>('loading')
  useEffect(() => {
    const timer = setTimeout(
      () => setState((now) => (now === 'loading' ? 'missed' : now)),
      READY_LIMIT_MS,
    )
    return () => clearTimeout(timer)
  }, [])
  return {
    isReady: state === 'ready',
    isMissed: state === 'missed',
    elementEvents: { onReady: () => setState('ready'), onLoadError: () => setState('missed') },
  }
}

/** What the card form need not ask again. */
function billingOf({ address, email }: OrderResponse) {
  if (address === undefined) return {}
  const { name, postalCode, country } = address
  return { name, address: { postal_code: postalCode, country }, ...(email && { email }) }
}
