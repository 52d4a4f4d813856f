import { useEffect, useState, type ComponentType } from 'react'
import type { PayFormProps } from './pay-form.tsx'

type PayForm = ComponentType<PayFormProps>

/** The code of the card form, which only the payment page needs; without a connection it can be asked for again. */
export function usePayForm() {
  const [form, setForm] = useState<{ PayForm: PayForm } | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  const [tries, setTries] = useState(0)

  useEffect(() => {
    setHasFailed(false)
    import('./pay-form.tsx').then(setForm, () => setHasFailed(true))
  }, [tries])

  return { PayForm: form?.PayForm ?? null, hasFailed, retry: () => setTries(tries + 1) }
}
