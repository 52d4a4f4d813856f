import { Link } from '@remix-run/react'
import { sellerName } from '../lib/words.ts'
import { Notice } from '../ui/notice.tsx'

export function NameNotice({ seller }: { seller: string }) {
  return (
    <Notice kind="info" title="Your shop has no name yet">
      <p>
        Shoppers see “{sellerName(undefined, seller)}” next to your products.{' '}
        <Link to="/account#name">Choose a shop name</Link>
      </p>
    </Notice>
  )
}
