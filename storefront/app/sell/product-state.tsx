import { Link } from '@remix-run/react'
import type { ProductResponse } from '@shop/shared/contracts'
import { ArchiveLink } from './archive.tsx'
import { formatCount } from './labels.ts'
import { PublishButton, RestoreButton } from './restore.tsx'

export function ProductState({ product }: { product: ProductResponse }) {
  const { id, quantity, available, off = [] } = product
  const reserved = quantity - available
  return (
    <div className="split halves">
      <section className="card stack g3" aria-labelledby="stock">
        <h2 id="stock" className="small-title">
          Stock
        </h2>
        <p>
          {formatCount(quantity)} in stock{reserved > 0 && ` (${formatCount(reserved)} reserved)`}
        </p>
        <div>
          <Link className="btn quiet" to={`/sell/products/${id}/stock`}>
            Change stock
          </Link>
        </div>
      </section>
      <section className="card stack g3" aria-labelledby="shop">
        <h2 id="shop" className="small-title">
          In the shop
        </h2>
        <p>
          {off.length > 0 ? 'Shoppers can’t find it.' : 'Shoppers can find it.'}{' '}
          <Link to={`/products/${id}`}>View product page</Link>
        </p>
        <div className="row">
          {off.includes('draft') && (
            <PublishButton id={id} className="">
              Publish
            </PublishButton>
          )}
          {off.includes('archived') ? (
            <RestoreButton id={id} className="quiet">
              Restore product
            </RestoreButton>
          ) : (
            <ArchiveLink product={product} className="btn danger">
              Archive product
            </ArchiveLink>
          )}
        </div>
      </section>
    </div>
  )
}
