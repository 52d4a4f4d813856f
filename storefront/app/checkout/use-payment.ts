import { useFetcher } from '@remix-run/react'
import { useElements, useStripe } from '@stripe/react-stripe-js'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { faultText } from '../forms/parse-form.ts'
import { withLimit } from '../lib/with-timeout.ts'
import type { PayOutcome } from './pay-order.server.ts'

const CARD_LIMIT_MS = 20_000
// Somebody looks for their phone, and waits for a message of their bank.
const BANK_LIMIT_MS = 10 * 60_000

const UNREAD = 'The card could not be read. Check it and pay again.'
const TOO_LONG = 'This takes too long.'
const UNKNOWN_REPLY = 'Your bank’s reply is not known here.'

/** One payment: card → token → our server, and once more after the bank was asked. */
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

  const goOn = useRef<(told: PayOutcome) => void>(() => {})
  goOn.current = (told) => {
    if ('clientSecret' in told) confirm(told.clientSecret).catch(() => fail(UNKNOWN_REPLY))
    else fail(faultText(told))
  }
  useEffect(() => {
    if (state === 'idle' && outcome !== undefined) goOn.current(outcome)
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

/** Stripe's part of a payment; what Stripe does not answer within a limit is thrown. */
function useCard() {
  const stripe = useStripe()
  const elements = useElements()
  return {
    async read(): Promise<Read> {
      if (stripe === null || elements === null) return { fault: UNREAD }
      const { error } = await withLimit(elements.submit(), CARD_LIMIT_MS)
      if (error !== undefined) return { fault: error.message ?? UNREAD }
      const made = await withLimit(stripe.createConfirmationToken({ elements }), CARD_LIMIT_MS)
      return made.error === undefined
        ? { id: made.confirmationToken.id }
        : { fault: made.error.message ?? UNREAD }
    },
    async confirm(clientSecret: string): Promise<string | null> {
      if (stripe === null) return UNREAD
      const { error } = await withLimit(stripe.handleNextAction({ clientSecret }), BANK_LIMIT_MS)
      return error === undefined
        ? null
        : (error.message ?? 'Your bank did not confirm. Nothing was taken.')
    },
  }
}
