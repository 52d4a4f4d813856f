import { Link } from '@remix-run/react'
import type { ProductResponse } from '@shop/shared/contracts'
import type { ReactNode } from 'react'
import { Picture } from '../ui/picture.tsx'
import { ProductStates } from './product-states.tsx'

interface ProductHeadProps {
  product: ProductResponse
  /** What stands below the title. */
  children: ReactNode
}

/** A product in a list of the staff: its picture, title and states. */
export function ProductHead({ product, children }: ProductHeadProps) {
  return (
    <div className="row between">
      <div className="case-head">
        <Picture url={product.imageUrl} alt="" view="thumb" />
        <div>
          <h2 className="small-title">
            <Link to={`/products/${product.id}`}>{product.title}</Link>
          </h2>
          {children}
        </div>
      </div>
      <ProductStates product={product} />
    </div>
  )
}
