import { useCartQueue } from '../ui/use-cart-queue.ts'
import { useGuestKey } from './use-guest-key.ts'

/** Adds pieces of a product to the cart; what is added while another add is under way counts, too. */
export function useAdding(productId: string) {
  const fields = { intent: 'add', productId, guest: useGuestKey() }
  const { fault, isBusy, change } = useCartQueue({
    fieldsOf: (quantity) => ({ ...fields, quantity: String(quantity) }),
    isRelative: true,
  })
  return {
    /** The same for a form without script. */
    fields,
    fault: isBusy ? null : (fault ?? null),
    isBusy,
    isDone: !isBusy && fault === null,
    change,
  }
}
