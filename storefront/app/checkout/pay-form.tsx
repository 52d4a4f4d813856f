import { toMinorUnits, type OrderResponse } from '@shop/shared/contracts'
import { Elements } from '@stripe/react-stripe-js'
import type { Stripe } from '@stripe/stripe-js'
import { useEffect, useState } from 'react'
import { withTimeout } from '../lib/with-timeout.ts'
import { CardFormError } from './card-form-error.tsx'
import { CardForm } from './card-form.tsx'
import { loadStripeOnce } from './load-stripe.ts'
import { useStripeAppearance } from './use-stripe-appearance.ts'

export interface PayFormProps {
  order: OrderResponse
  stripeKey: string
  stripeJsUrl: string
}

const SCRIPT_LIMIT_MS = 20_000

export function PayForm({ stripeKey, stripeJsUrl, order }: PayFormProps) {
  const [stripe, setStripe] = useState<Stripe | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  const [tries, setTries] = useState(0)
  const appearance = useStripeAppearance()
  const retry = () => setTries(tries + 1)

  useEffect(() => {
    setHasFailed(false)
    withTimeout(loadStripeOnce(stripeKey, stripeJsUrl), SCRIPT_LIMIT_MS).then(setStripe, () =>
      setHasFailed(true),
    )
  }, [stripeKey, stripeJsUrl, tries])

  if (hasFailed) return <CardFormError retry={retry} />
  if (stripe === null || appearance === null)
    return <div className="pay-place" aria-hidden="true" />
  const options = {
    mode: 'payment',
    amount: toMinorUnits(order.total),
    currency: 'usd',
    captureMethod: 'manual',
    appearance,
  } as const
  return (
    <Elements key={tries} stripe={stripe} options={options}>
      <CardForm order={order} retry={retry} />
    </Elements>
  )
}
