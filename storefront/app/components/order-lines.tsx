import { money } from '../lib/money.ts'
import { Picture } from './picture.tsx'

export interface Line {
  productId: string
  title: string
  price: number
  quantity: number
  imageUrl: string | null
}

/** What is bought, in short. */
export function OrderLines({ lines }: { lines: Line[] }) {
  return (
    <ul className="mini">
      {lines.map(({ productId, title, price, quantity, imageUrl }) => (
        <li key={productId}>
          <Picture url={imageUrl} alt="" view="thumb" />
          <span>
            <strong>{title}</strong>
            <br />
            <span className="muted num">
              {quantity} × {money(price)}
            </span>
          </span>
          <span className="price">{money(price * quantity)}</span>
        </li>
      ))}
    </ul>
  )
}
