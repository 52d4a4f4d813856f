import { useEffect, useRef } from 'react'

/** For a control that shows what the address says: it follows the address and keeps the focus. */
export function useAddressValue<T extends HTMLInputElement | HTMLSelectElement>(value: string) {
  const control = useRef<T>(null)
  const shown = useRef(value)
  useEffect(() => {
    if (shown.current === value) return
    shown.current = value
    if (control.current !== null && control.current.value !== value) control.current.value = value
  }, [value])
  return control
}
