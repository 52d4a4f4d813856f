import { faultText } from '../lib/forms.ts'
import { useCartQueue } from '../lib/use-cart-queue.ts'
import { useGuestKey } from '../lib/use-guest-key.ts'
import { Icon } from './icon.tsx'

/** Adds one piece to the cart without leaving the page; quick presses all count. */
export function AddButton({ productId, title }: { productId: string; title: string }) {
  const guest = useGuestKey()
  const fields = { intent: 'add', productId, guest }
  const { fault, isBusy, change } = useCartQueue(
    (quantity) => ({ ...fields, quantity: String(quantity) }),
    (waiting, next) => waiting + next,
  )
  const isDone = !isBusy && fault === null
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
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="add-fault" role="status">
        {fault == null || isBusy ? '' : faultText(fault)}
      </p>
      <button className="add" aria-label={`Add ${title} to cart`}>
        <Icon name={isDone ? 'check' : 'plus'} />
      </button>
      <span className="sr" role="status">
        {isDone ? `${title} is in your cart` : ''}
      </span>
    </form>
  )
}
