import { money } from '../lib/money.ts'
import { Picture } from './picture.tsx'

export interface Line {
  productId: string
  title: string
  price: number
  quantity: number
  imageUrl: string | null
  sellerId?: string | undefined
  /** What happened to the line, in a few words. */
  note?: string
}

interface OrderLinesProps {
  lines: Line[]
  /** Seller names by id, where the page shows them. */
  sellers?: Record<string, string>
}

export function OrderLines({ lines, sellers = {} }: OrderLinesProps) {
  return (
    <ul className="mini">
      {lines.map(({ productId, title, price, quantity, imageUrl, sellerId = '', note = '' }) => (
        <li key={productId}>
          <Picture url={imageUrl} alt="" view="thumb" />
          <span>
            <strong>{title}</strong>
            <br />
            <span className="muted num">
              {quantity} × {money(price)}
              {note !== '' && ` · ${note}`}
            </span>
            {sellers[sellerId] !== undefined && (
              <>
                <br />
                <span className="muted small">Sold by {sellers[sellerId]}</span>
              </>
            )}
          </span>
          <span className="price">{money(price * quantity)}</span>
        </li>
      ))}
    </ul>
  )
}
