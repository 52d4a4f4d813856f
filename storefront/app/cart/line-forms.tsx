import type { FormEvent } from 'react'
import { QuantityField } from '../ui/quantity-field.tsx'
import type { CartItem } from './lines.ts'

interface CartLineFormsProps {
  item: CartItem
  quantity: number
  max: number
  change: (quantity: number) => void
}

export function CartLineForms({ item, quantity, max, change }: CartLineFormsProps) {
  const { productId, title, drift } = item
  return (
    <div className="row between">
      {drift !== 'gone' && (
        <form
          method="post"
          action="/cart"
          className="row"
          onSubmit={(event) => event.preventDefault()}
        >
          <input type="hidden" name="intent" value="set" />
          <input type="hidden" name="productId" value={productId} />
          <QuantityField
            id={`quantity-${productId}`}
            name={title}
            min={0}
            max={max}
            quantity={quantity}
            onChange={change}
          />
          <noscript>
            <button className="btn quiet small">Change</button>
          </noscript>
        </form>
      )}
      <RemoveForm productId={productId} title={title} remove={() => change(0)} />
    </div>
  )
}

interface RemoveFormProps {
  productId: string
  title: string
  remove: () => void
}

function RemoveForm({ productId, title, remove }: RemoveFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    remove()
  }
  return (
    <form method="post" action="/cart" onSubmit={submit}>
      <input type="hidden" name="intent" value="set" />
      <input type="hidden" name="productId" value={productId} />
      <input type="hidden" name="quantity" value="0" />
      <button className="btn text small" aria-label={`Remove ${title}`} data-control="remove">
        Remove
      </button>
    </form>
  )
}
