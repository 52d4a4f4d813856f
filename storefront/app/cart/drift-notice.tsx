import { money } from '../lib/money.ts'
import { Notice } from '../ui/notice.tsx'
import type { CartItem } from './lines.ts'

interface DriftNoticeProps {
  item: CartItem
  accept: (quantity: number) => void
}

export function DriftNotice({ item, accept }: DriftNoticeProps) {
  const { productId, quantity, price, seenPrice, available, drift } = item
  switch (drift) {
    case undefined:
      return null
    case 'gone':
      return (
        <Notice kind="danger" title="Sold out">
          <p>It won’t be in your order.</p>
        </Notice>
      )
    case 'price':
      return (
        <Notice
          kind={price < seenPrice ? 'ok' : 'warn'}
          title={price < seenPrice ? 'Price went down' : 'Price went up'}
        >
          <p>
            Was {money(seenPrice)}, now {money(price)}.
          </p>
          <Accept productId={productId} quantity={quantity} accept={accept}>
            Accept {money(price)}
          </Accept>
        </Notice>
      )
    case 'short':
      return (
        <Notice kind="warn" title={`Only ${available} left`}>
          <p>You have {quantity}.</p>
          <Accept productId={productId} quantity={available} accept={accept}>
            Change to {available}
          </Accept>
        </Notice>
      )
    default:
      return drift satisfies never
  }
}

interface AcceptProps {
  productId: string
  quantity: number
  accept: (quantity: number) => void
  children: React.ReactNode
}

function Accept({ productId, quantity, accept, children }: AcceptProps) {
  return (
    <form
      method="post"
      action="/cart"
      onSubmit={(event) => {
        event.preventDefault()
        accept(quantity)
      }}
    >
      <input type="hidden" name="intent" value="set" />
      <input type="hidden" name="productId" value={productId} />
      <input type="hidden" name="quantity" value={quantity} />
      <button className="btn text small" data-control="accept">
        {children}
      </button>
    </form>
  )
}
