import { useFetcher } from '@remix-run/react'
import { useElements, useStripe } from '@stripe/react-stripe-js'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { faultText } from '../forms/parse-form.ts'
import { withTimeout } from '../lib/with-timeout.ts'
import type { PayOutcome } from './pay-order.server.ts'

const CARD_LIMIT_MS = 20_000
// People look for their phone and wait for a message from their bank.
const BANK_LIMIT_MS = 10 * 60_000

const UNREAD = 'The card couldn’t be read. Check it and try again.'
const TOO_LONG = 'This is taking too long. Try again.'
const UNREADABLE_REPLY = 'We couldn’t read your bank’s response.'

/** One payment: card → token → server, and once more after the bank's confirmation. */
export function usePayment(orderId: string) {
  const card = useCard()
  const { data: outcome, state, submit } = useFetcher<PayOutcome>()
  const token = useRef('')
  const [step, setStep] = useState<'idle' | 'paying' | 'confirming'>('idle')
  const [message, setMessage] = useState<string | null>(null)

  const fail = (text: string) => {
    setMessage(text)
    setStep('idle')
  }
  const send = () =>
    submit({ token: token.current }, { method: 'post', action: `/checkout/${orderId}` })

  async function confirm(clientSecret: string): Promise<void> {
    setStep('confirming')
    const fault = await card.confirm(clientSecret)
    if (fault === null) send()
    else fail(fault)
  }

  const proceed = useRef<(result: PayOutcome) => void>(() => {})
  proceed.current = (result) => {
    if ('clientSecret' in result) confirm(result.clientSecret).catch(() => fail(UNREADABLE_REPLY))
    else fail(faultText(result))
  }
  useEffect(() => {
    if (state === 'idle' && outcome !== undefined) proceed.current(outcome)
  }, [state, outcome])

  async function start(): Promise<void> {
    const { id, fault } = await card.read()
    if (fault !== undefined) return fail(fault)
    token.current = id
    send()
  }

  return {
    message,
    isConfirming: step === 'confirming',
    isPending: step !== 'idle' || state !== 'idle',
    submit(this: void, event: FormEvent) {
      event.preventDefault()
      if (step !== 'idle') return
      setMessage(null)
      setStep('paying')
      start().catch((error: unknown) => fail(error instanceof TypeError ? TOO_LONG : UNREAD))
    },
  }
}

type Read = { id: string; fault?: never } | { id?: never; fault: string }

/** Stripe's part of a payment; rejects when Stripe takes too long. */
function useCard() {
  const stripe = useStripe()
  const elements = useElements()
  return {
    async read(): Promise<Read> {
      if (stripe === null || elements === null) return { fault: UNREAD }
      const { error } = await withTimeout(elements.submit(), CARD_LIMIT_MS)
      if (error !== undefined) return { fault: error.message ?? UNREAD }
      const made = await withTimeout(stripe.createConfirmationToken({ elements }), CARD_LIMIT_MS)
      return made.error === undefined
        ? { id: made.confirmationToken.id }
        : { fault: made.error.message ?? UNREAD }
    },
    async confirm(clientSecret: string): Promise<string | null> {
      if (stripe === null) return UNREAD
      const { error } = await withTimeout(stripe.handleNextAction({ clientSecret }), BANK_LIMIT_MS)
      return error === undefined
        ? null
        : (error.message ?? 'Your bank didn’t confirm. You weren’t charged.')
    },
  }
}
