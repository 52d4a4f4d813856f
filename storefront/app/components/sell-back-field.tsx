import { useLocation } from '@remix-run/react'

/** Lets a form that is sent from the list lead back to the same list. */
export function SellBackField() {
  const { pathname, search } = useLocation()
  if (pathname !== '/sell/products') return null
  return <input type="hidden" name="back" value={pathname + search} />
}
