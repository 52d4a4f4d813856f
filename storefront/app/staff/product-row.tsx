import { Link } from '@remix-run/react'
import type { StaffProductResponse } from '@shop/shared/contracts'
import type { FormFault } from '../forms/parse-form.ts'
import { money } from '../lib/money.ts'
import { sellerName } from '../lib/words.ts'
import { ActItems } from './act-items.tsx'
import { Decision } from './decision.tsx'
import { Fold } from './fold.tsx'
import { ProductHead } from './product-head.tsx'
import { stockText } from './product-words.ts'

interface ProductRowProps {
  found: StaffProductResponse
  fault: FormFault | undefined
}

export function ProductRow({ found: { product, acts }, fault }: ProductRowProps) {
  const { title, price, userId, off = [] } = product
  const seller = sellerName(product.sellerName, userId)
  const isHidden = off.includes('hidden')
  return (
    <li className="stack g3">
      <ProductHead product={product}>
        <p className="muted small">
          {off.includes('blocked') ? seller : <Link to={shopPath(product)}>{seller}</Link>} ·{' '}
          <Link to={`/staff/people?q=${userId}`}>
            Account<span className="sr"> of {seller}</span>
          </Link>
        </p>
        <p className="muted small">
          {money(price)} · {stockText(product)}
        </p>
      </ProductHead>
      {acts.length > 0 && (
        <ul className="stack g2 small" aria-label={`What staff did with ${title}`}>
          <ActItems acts={acts} />
        </ul>
      )}
      {/* A new one after the act: what was typed belongs to the old one. */}
      <Fold key={String(isHidden)} isOpen={fault !== undefined}>
        <summary>
          {isHidden ? 'Show again' : 'Hide'}
          <span className="sr"> {title}</span>
        </summary>
        <Decision product={product} isReported={false} fault={fault} />
      </Fold>
    </li>
  )
}

/** A seller without a name has no shop page; nor has a blocked one. */
function shopPath({ sellerName: name, userId }: StaffProductResponse['product']): string {
  return name === undefined ? `/?seller=${userId}` : `/shops/${userId}`
}
