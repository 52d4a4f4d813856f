import { useCartQueue } from '../ui/use-cart-queue.ts'
import { useGuestKey } from './use-guest-key.ts'

/** Adds a product to the cart; presses while another add is being sent add up. */
export function useAddToCart(productId: string) {
  const fields = { intent: 'add', productId, guest: useGuestKey() }
  const { fault, isBusy, change } = useCartQueue({
    fieldsOf: (quantity) => ({ ...fields, quantity: String(quantity) }),
    isRelative: true,
  })
  return {
    /** The fields of the form without script. */
    fields,
    fault: isBusy ? null : (fault ?? null),
    isBusy,
    isDone: !isBusy && fault === null,
    change,
  }
}
