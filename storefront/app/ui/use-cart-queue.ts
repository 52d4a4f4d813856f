import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { failureText, isOffline } from '../forms/failures.ts'
import { refusedForm, type FormFault } from '../forms/parse-form.ts'

type Fields = Record<string, string>

interface CartChange {
  fieldsOf: (quantity: number) => Fields
  /** Whether quantities add up; otherwise each replaces the one before. */
  isRelative: boolean
  key?: string
}

/**
 * Sends one cart change at a time, because a fetcher aborts the first when a second is submitted. Changes made in the
 * meantime are merged into one, which is sent when the first has finished or the component unmounts.
 */
export function useCartQueue({ fieldsOf, isRelative, key }: CartChange) {
  const lastFetcher = useFetcher()
  const { data, formData, state, submit } = useFetcher<FormFault | null>(key ? { key } : {})
  const [waiting, setWaiting] = useState<number | null>(null)
  const [unsent, setUnsent] = useState<FormFault | null>(null)
  const isSending = state !== 'idle'

  // Flushed at once: a press before the next render would abort this one.
  const send = (quantity: number, flushSync = true) =>
    submit(fieldsOf(quantity), { method: 'post', action: '/cart', flushSync })
  /** On unmount, through another fetcher: a relative change must not abort the one in flight. */
  const sendLast = (quantity: number) =>
    isRelative
      ? lastFetcher.submit(fieldsOf(quantity), { method: 'post', action: '/cart' })
      : send(quantity, false)
  const latest = useRef({ send, sendLast, waiting })
  useEffect(() => {
    latest.current = { send, sendLast, waiting }
  })

  useEffect(() => {
    if (isSending || waiting === null) return
    setWaiting(null)
    if (data == null) queueMicrotask(() => latest.current.send(waiting))
  }, [isSending, waiting, data])

  useEffect(
    () => () => {
      const { sendLast: sendWaiting, waiting: unsentQuantity } = latest.current
      if (unsentQuantity !== null) sendWaiting(unsentQuantity)
    },
    [],
  )

  return {
    /** Why the last change failed; null after a success. */
    fault: unsent ?? data,
    /** The quantity that is being sent or waits to be. */
    pendingQuantity: waiting ?? (formData === undefined ? null : Number(formData.get('quantity'))),
    isBusy: isSending || waiting !== null,
    change(this: void, quantity: number): void {
      // Offline, loading the cart route would fail outside of any form.
      const fault = isOffline() ? refusedForm(new FormData(), { message: failureText(null) }) : null
      setUnsent(fault)
      if (fault !== null) return
      if (isSending) setWaiting((before) => (isRelative ? (before ?? 0) + quantity : quantity))
      else send(quantity)
    },
  }
}
