import type { OrderResponse } from '@shop/shared/contracts'
import { PaymentElement } from '@stripe/react-stripe-js'
import { useEffect, useState } from 'react'
import { money } from '../lib/money.ts'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { Submit } from '../ui/submit.tsx'
import { CardFormError } from './card-form-error.tsx'
import { usePayment } from './use-payment.ts'

interface CardFormProps {
  order: OrderResponse
  retry: () => void
}

export function CardForm({ order, retry }: CardFormProps) {
  const payment = usePayment(order.id)
  const { isReady, hasFailed, elementEvents } = useReadiness()
  const billing = { defaultValues: { billingDetails: billingOf(order) } }
  return (
    <form className="stack g5" noValidate onSubmit={payment.submit} aria-labelledby="pay">
      {hasFailed && <CardFormError retry={retry} />}
      <div className={hasFailed ? 'pay-place failed' : 'pay-place'}>
        <PaymentElement options={billing} {...elementEvents} />
      </div>
      {payment.message !== null && (
        <Notice kind="danger" live="alert" title={payment.message}>
          <p>It’s safe to try again: an order is only charged once.</p>
        </Notice>
      )}
      <div className="stack g3">
        <Submit
          className="big full"
          isDisabled={!isReady}
          isPending={payment.isPending}
          pendingText={payment.isConfirming ? 'Confirm with your bank…' : 'Paying…'}
        >
          <Icon name="lock" />
          Pay {money(order.total)}
        </Submit>
        <p className="muted small centered">
          Card details go straight to Stripe. Corner never sees them.
        </p>
      </div>
    </form>
  )
}

const READY_LIMIT_MS = 8000

/** Tracks whether the card form has loaded; one that is late is reported, and still accepted when it comes. */
function useReadiness() {
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading')
  useEffect(() => {
    const timer = setTimeout(
      () => setState((now) => (now === 'loading' ? 'failed' : now)),
      READY_LIMIT_MS,
    )
    return () => clearTimeout(timer)
  }, [])
  return {
    isReady: state === 'ready',
    hasFailed: state === 'failed',
    elementEvents: { onReady: () => setState('ready'), onLoadError: () => setState('failed') },
  }
}

function billingOf({ address, email }: OrderResponse) {
  if (address === undefined) return {}
  const { name, postalCode, country } = address
  return { name, address: { postal_code: postalCode, country }, ...(email && { email }) }
}
