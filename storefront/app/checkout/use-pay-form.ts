import { useEffect, useState, type ComponentType } from 'react'
import type { PayFormProps } from './pay-form.tsx'

type PayForm = ComponentType<PayFormProps>

/** Loads the code of the card form on demand, with a way to retry. */
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
