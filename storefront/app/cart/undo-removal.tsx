import { useFetcher, useFetchers } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { FormFault } from '../forms/parse-form.ts'
import { FaultNotice } from '../ui/fault-notice.tsx'
import type { CartItem } from './lines.ts'

export function UndoRemoval({ items }: { items: CartItem[] }) {
  const removed = useRemoved(items)
  const { Form, data } = useFetcher<FormFault | null>()
  return (
    <div role="status" className="undo">
      {removed !== null && (
        <Form method="post" action="/cart" className="toast">
          <span>Removed {removed.title}.</span>
          <input type="hidden" name="intent" value="set" />
          <input type="hidden" name="productId" value={removed.productId} />
          <input type="hidden" name="quantity" value={removed.quantity} />
          <button className="btn text small push" data-control="undo">
            Undo
          </button>
        </Form>
      )}
      <FaultNotice fault={data} />
    </div>
  )
}

/** The line this page removed last, not one removed in another tab. */
function useRemoved(items: CartItem[]): CartItem | null {
  const pending = useRef(new Map<string, CartItem>())
  const [removed, setRemoved] = useState<CartItem | null>(null)
  const fetchers = useFetchers()

  useEffect(() => {
    for (const { formData } of fetchers) {
      const item = items.find(({ productId }) => productId === formData?.get('productId'))
      if (item === undefined) continue
      if (formData?.get('quantity') === '0') pending.current.set(item.productId, item)
      else pending.current.delete(item.productId)
    }
  }, [fetchers, items])

  useEffect(() => {
    const isHere = (id: string) => items.some(({ productId }) => productId === id)
    const gone = [...pending.current.values()].find(({ productId }) => !isHere(productId))
    if (gone !== undefined) pending.current.delete(gone.productId)
    setRemoved((last) => gone ?? (last !== null && isHere(last.productId) ? null : last))
  }, [items])

  return removed
}
