import type { ProductResponse } from '@shop/shared/contracts'
import { formatCount } from './labels.ts'

interface StockNumbersProps {
  product: Pick<ProductResponse, 'quantity' | 'available'>
}

export function StockNumbers({ product: { quantity, available } }: StockNumbersProps) {
  const numbers = [
    ['In stock', quantity, 'on hand'],
    ['Reserved', quantity - available, 'for orders being paid'],
    ['Available', available, 'can be ordered'],
  ] as const
  return (
    <dl className="stats">
      {numbers.map(([name, number, meaning]) => (
        <div className="stat" key={name}>
          <dt>{name}</dt>
          <dd>{formatCount(number)}</dd>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
