import type { ProductResponse } from '@shop/shared/contracts'
import { pieces } from './labels.ts'

interface SellStockNumbersProps {
  product: Pick<ProductResponse, 'quantity' | 'available'>
}

/** How many there are, how many of them orders hold, and how many are left to sell. */
export function SellStockNumbers({ product: { quantity, available } }: SellStockNumbersProps) {
  const numbers = [
    ['In stock', quantity, 'on your shelf'],
    ['Set aside', quantity - available, 'for orders being paid'],
    ['Free', available, 'can be ordered'],
  ] as const
  return (
    <dl className="stats">
      {numbers.map(([name, number, meaning]) => (
        <div className="stat" key={name}>
          <dt>{name}</dt>
          <dd>{pieces(number)}</dd>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
