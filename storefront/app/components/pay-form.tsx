import { useFetcher } from '@remix-run/react'
import { toMinorUnits } from '@shop/shared/contracts'
import { Elements, PaymentElement, useElements, useStripe } from '@stripe/react-stripe-js'
import type { Stripe } from '@stripe/stripe-js'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { money } from '../lib/money.ts'
import type { PayOutcome } from '../lib/pay-order.server.ts'
import { getStripe } from '../lib/stripe.ts'
import { useStripeLook } from '../lib/use-stripe-look.ts'
import { Icon } from './icon.tsx'
import { Notice } from './notice.tsx'
import type { PayCardProps } from './pay-card.tsx'
import { Submit } from './submit.tsx'

const UNKNOWN_ANSWER =
  'Your bank’s answer is not known here. Load the page again: you are charged only once.'

/** Stripe's card form, and the button that pays. */
export function PayForm(props: PayCardProps) {
  const { stripeKey, stripeJsUrl, order } = props
  const [stripe, setStripe] = useState<Stripe | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  const [tries, setTries] = useState(0)
  const appearance = useStripeLook()

  useEffect(() => {
    setHasFailed(false)
    getStripe(stripeKey, stripeJsUrl).then(setStripe, () => setHasFailed(true))
  }, [stripeKey, stripeJsUrl, tries])

  if (hasFailed)
    return (
      <Notice kind="danger" live="alert" title="The card form did not load">
        <p>Nothing was charged and your order is saved.</p>
        <button className="btn quiet small" type="button" onClick={() => setTries(tries + 1)}>
          Try again
        </button>
      </Notice>
    )
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
    <Elements stripe={stripe} options={options}>
      <CardForm {...props} />
    </Elements>
  )
}

function CardForm({ order }: PayCardProps) {
  const payment = usePayment(order.id)
  return (
    <form className="stack g5" noValidate onSubmit={payment.submit} aria-labelledby="pay">
      <div className="pay-place">
        <PaymentElement options={{ defaultValues: { billingDetails: billingOf(order) } }} />
      </div>
      {payment.message !== null && <Notice kind="danger" live="alert" title={payment.message} />}
      <div className="stack g3">
        <Submit
          className="big full"
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

/** What the card form need not ask again. */
function billingOf({ address, email }: PayCardProps['order']) {
  if (address === undefined) return {}
  const { name, postalCode, country } = address
  return { name, address: { postal_code: postalCode, country }, ...(email && { email }) }
}

/** One payment: card → token → our server, and once more after the bank was asked. */
function usePayment(orderId: string) {
  const stripe = useStripe()
  const elements = useElements()
  const fetcher = useFetcher<PayOutcome>()
  const token = useRef<string | null>(null)
  const [isWorking, setIsWorking] = useState(false)
  const [isConfirming, setIsConfirming] = useState(false)
  const [message, setMessage] = useState<string | null>(null)
  const { data: outcome, state } = fetcher

  const fail = (text: string | undefined) => {
    setMessage(text ?? 'The card could not be read. Check it and pay again.')
    setIsWorking(false)
    setIsConfirming(false)
  }
  const send = (value: string) =>
    fetcher.submit({ token: value }, { method: 'post', action: `/checkout/${orderId}` })

  async function confirm(clientSecret: string): Promise<void> {
    setIsConfirming(true)
    const { error } = (await stripe?.handleNextAction({ clientSecret })) ?? {}
    if (error !== undefined) fail(error.message ?? 'Your bank did not confirm. Nothing was taken.')
    else send(token.current ?? '')
  }

  const goOn = useRef<(told: PayOutcome) => void>(() => {})
  goOn.current = (told) => {
    if (told.kind === 'failed') fail(told.message)
    else confirm(told.clientSecret).catch(() => fail(UNKNOWN_ANSWER))
  }
  useEffect(() => {
    if (state === 'idle' && outcome !== undefined) goOn.current(outcome)
  }, [state, outcome])

  async function start(): Promise<void> {
    if (stripe === null || elements === null) return
    const { error } = await elements.submit()
    if (error !== undefined) return fail(error.message)
    const made = await stripe.createConfirmationToken({ elements })
    if (made.error !== undefined) return fail(made.error.message)
    token.current = made.confirmationToken.id
    send(made.confirmationToken.id)
  }

  return {
    message,
    isConfirming,
    isPending: isWorking || state !== 'idle',
    submit(this: void, event: FormEvent) {
      event.preventDefault()
      if (isWorking) return
      setMessage(null)
      setIsWorking(true)
      start().catch(() => fail(undefined))
    },
  }
}
