import { useFetcher } from '@remix-run/react'
import { Icon } from './icon.tsx'

/** Adds one piece to the cart without leaving the page. */
export function AddButton({ productId, title }: { productId: string; title: string }) {
  const adding = useFetcher<{ message?: string }>()
  const isDone = adding.state === 'idle' && adding.data !== undefined
  return (
    <adding.Form method="post" action="/cart">
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="productId" value={productId} />
      <button
        className="add"
        aria-label={`Add ${title} to cart`}
        aria-disabled={adding.state !== 'idle'}
      >
        <Icon name={isDone ? 'check' : 'plus'} />
      </button>
      <span className="sr" role="status">
        {isDone ? (adding.data?.message ?? `${title} is in your cart`) : ''}
      </span>
    </adding.Form>
  )
}
