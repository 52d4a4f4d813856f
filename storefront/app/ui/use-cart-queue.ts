import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { failureText, isOffline } from '../forms/failures.ts'
import { refusedForm, type FormFault } from '../forms/parse-form.ts'

type Fields = Record<string, string>

interface CartChange {
  fieldsOf: (quantity: number) => Fields
  /** Whether quantities are added to what is there; else each takes the place of the one before. */
  isRelative: boolean
  key?: string
}

/**
 * Sends one change to the cart at a time, as a second one would break the first off. What is wanted meanwhile is
 * merged into one change, which goes out as soon as the first has arrived, or the page is left.
 */
export function useCartQueue({ fieldsOf, isRelative, key }: CartChange) {
  const rest = useFetcher()
  const { data, formData, state, submit } = useFetcher<FormFault | null>(key ? { key } : {})
  const [waiting, setWaiting] = useState<number | null>(null)
  const [unsent, setUnsent] = useState<FormFault | null>(null)
  const isSending = state !== 'idle'

  // Shown at once: a press that comes before would break this one off.
  const send = (quantity: number, flushSync = true) =>
    submit(fieldsOf(quantity), { method: 'post', action: '/cart', flushSync })
  /** On leaving: an addition must not break off the one before, which counts, too. */
  const sendRest = (quantity: number) =>
    isRelative
      ? rest.submit(fieldsOf(quantity), { method: 'post', action: '/cart' })
      : send(quantity, false)
  const latest = useRef({ send, sendRest, waiting })
  useEffect(() => {
    latest.current = { send, sendRest, waiting }
  })

  useEffect(() => {
    if (isSending || waiting === null) return
    setWaiting(null)
    if (data == null) queueMicrotask(() => latest.current.send(waiting))
  }, [isSending, waiting, data])

  useEffect(
    () => () => {
      const { sendRest: sendNow, waiting: left } = latest.current
      if (left !== null) sendNow(left)
    },
    [],
  )

  return {
    /** Why the last change did not work; null once one has. */
    fault: unsent ?? data,
    /** What is under way, or waits to be. */
    wanted: waiting ?? (formData === undefined ? null : Number(formData.get('quantity'))),
    isBusy: isSending || waiting !== null,
    change(this: void, quantity: number): void {
      // Where the cart is, is asked of the server first: without a connection that fails outside of any form.
      const fault = isOffline() ? refusedForm(new FormData(), { message: failureText(null) }) : null
      setUnsent(fault)
      if (fault !== null) return
      if (isSending) setWaiting((before) => (isRelative ? (before ?? 0) + quantity : quantity))
      else send(quantity)
    },
  }
}
