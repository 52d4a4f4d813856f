import { faultText } from '../forms/parse-form.ts'
import { Icon } from '../ui/icon.tsx'
import { HiddenFields } from './hidden-fields.tsx'
import { useAddToCart } from './use-add-to-cart.ts'

export function AddButton({ productId, title }: { productId: string; title: string }) {
  const { fields, fault, isDone, change } = useAddToCart(productId)
  return (
    <form
      method="post"
      action="/cart"
      data-discover="true"
      onSubmit={(event) => {
        event.preventDefault()
        change(1)
      }}
    >
      <HiddenFields fields={fields} />
      <p className="add-fault" role="status">
        {fault === null ? '' : faultText(fault)}
      </p>
      <button className="add" aria-label={`Add ${title} to cart`}>
        <Icon name={isDone ? 'check' : 'plus'} />
      </button>
      <span className="sr" role="status">
        {isDone ? `${title} was added to your cart` : ''}
      </span>
    </form>
  )
}
