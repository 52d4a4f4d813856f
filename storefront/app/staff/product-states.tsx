import type { ProductResponse } from '@shop/shared/contracts'
import { Badge } from '../ui/badge.tsx'
import { productStates } from './product-words.ts'

export function ProductStates({ product }: { product: Pick<ProductResponse, 'off'> }) {
  return (
    <span className="row g2">
      {productStates(product).map((status) => (
        <Badge key={status.text} status={status} />
      ))}
    </span>
  )
}
