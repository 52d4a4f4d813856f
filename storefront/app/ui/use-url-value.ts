import { useEffect, useRef } from 'react'

/** An uncontrolled control that follows the URL without losing the focus. */
export function useUrlValue<T extends HTMLInputElement | HTMLSelectElement>(value: string) {
  const control = useRef<T>(null)
  const shown = useRef(value)
  useEffect(() => {
    if (shown.current === value) return
    shown.current = value
    if (control.current !== null && control.current.value !== value) control.current.value = value
  }, [value])
  return control
}
