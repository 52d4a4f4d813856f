import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { CartItem } from '../lib/cart.ts'

/** Tells what was just taken out of the cart, and puts it back. */
export function UndoRemoval({ items }: { items: CartItem[] }) {
  const before = useRef(items)
  const [removed, setRemoved] = useState<CartItem | null>(null)
  const undo = useFetcher()

  useEffect(() => {
    const isHere = ({ productId }: CartItem) => items.some((item) => item.productId === productId)
    const missing = before.current.find((item) => !isHere(item))
    before.current = items
    if (missing !== undefined) setRemoved(missing)
    else setRemoved((last) => (last !== null && isHere(last) ? null : last))
  }, [items])

  return (
    <div role="status" className="undo">
      {removed !== null && (
        <undo.Form method="post" action="/cart" className="toast">
          <span>Removed {removed.title}.</span>
          <input type="hidden" name="intent" value="set" />
          <input type="hidden" name="productId" value={removed.productId} />
          <input type="hidden" name="quantity" value={removed.quantity} />
          <button className="btn text small push">Undo</button>
        </undo.Form>
      )}
    </div>
  )
}
