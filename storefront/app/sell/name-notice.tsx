import { Link } from '@remix-run/react'
import { sellerName } from '../lib/words.ts'
import { Notice } from '../ui/notice.tsx'

/** Asks a seller without a name for one. */
export function SellNameNotice({ seller }: { seller: string }) {
  return (
    <Notice kind="info" title="Your shop has no name yet">
      <p>
        Shoppers see “{sellerName(undefined, seller)}” beside your products.{' '}
        <Link to="/account#name">Choose the name that shoppers see</Link>
      </p>
    </Notice>
  )
}
