import { Link } from '@remix-run/react'
import type { ProductResponse } from '@shop/shared/contracts'
import { SellArchive } from './archive.tsx'
import { pieces } from './labels.ts'
import { SellRestore } from './restore.tsx'

/** What is done to a product apart from its texts: its stock, and whether it is in the shop. */
export function SellProductState({ product }: { product: ProductResponse }) {
  const { id, quantity, available, archived } = product
  const held = quantity - available
  return (
    <div className="split halves">
      <section className="card stack g3" aria-labelledby="stock">
        <h2 id="stock" className="small-title">
          Stock
        </h2>
        <p>
          {pieces(quantity)} in stock{held > 0 && ` (${pieces(held)} set aside)`}
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
          {archived ? 'Shoppers do not find it.' : 'Shoppers find it.'}{' '}
          <Link to={`/products/${id}`}>See it as they do</Link>
        </p>
        <div>
          {archived ? (
            <SellRestore id={id} className="quiet">
              Restore product
            </SellRestore>
          ) : (
            <SellArchive product={product} className="btn danger">
              Archive product
            </SellArchive>
          )}
        </div>
      </section>
    </div>
  )
}
