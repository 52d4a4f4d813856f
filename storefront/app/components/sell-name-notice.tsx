import { Link } from '@remix-run/react'
import { Notice } from './notice.tsx'

/** Asks a seller without a name for one. */
export function SellNameNotice() {
  return (
    <Notice kind="info" title="Your shop has no name yet">
      <p>
        Shoppers see “A Corner seller” beside your products.{' '}
        <Link to="/account#name">Choose the name that shoppers see</Link>
      </p>
    </Notice>
  )
}
