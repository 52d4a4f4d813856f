import { Link } from '@remix-run/react'
import { MAX_PER_LINE, type ProductResponse } from '@shop/shared/contracts'
import type { FormEvent } from 'react'
import { faultText } from '../forms/parse-form.ts'
import { Notice } from '../ui/notice.tsx'
import { QuantityField } from '../ui/quantity-field.tsx'
import { Submit } from '../ui/submit.tsx'
import { HiddenFields } from './hidden-fields.tsx'
import { useAddToCart } from './use-add-to-cart.ts'

type Product = Pick<ProductResponse, 'id' | 'title' | 'available' | 'archived' | 'category'>

export function BuyForm({ product }: { product: Product }) {
  const { id, title, available, archived, category } = product
  const { fields, fault, isBusy, isDone, change } = useAddToCart(id)
  if (archived || available <= 0)
    return (
      <Link className="btn quiet big full" to={category === null ? '/' : `/?category=${category}`}>
        See similar products
      </Link>
    )
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    change(Number(new FormData(event.currentTarget).get('quantity')) || 1)
  }
  return (
    <form method="post" action="/cart" data-discover="true" className="stack g3" onSubmit={add}>
      <HiddenFields fields={fields} />
      <QuantityField name={title} max={Math.min(available, MAX_PER_LINE)} quantity={1} />
      <Submit className="big full" isPending={isBusy} pendingText="Adding…">
        Add to cart
      </Submit>
      <div aria-live="polite">
        {(isDone || fault !== null) && (
          <Notice kind={fault === null ? 'ok' : 'danger'}>
            <p>
              {fault === null ? 'Added to your cart.' : faultText(fault)}{' '}
              <Link to="/cart">View cart</Link>
            </p>
          </Notice>
        )}
      </div>
    </form>
  )
}
