import { ownerIds } from '@shop/shared/auth'
import type { Session } from '@shop/shared/contracts'
import { isConcealed, type Product } from '../domain/product.ts'

/** Whether a session may see the product: anyone, unless it is concealed. */
export function isVisibleTo(product: Product, session: Session | null): boolean {
  if (!isConcealed(product)) return true
  if (session === null) return false
  return session.role === 'admin' || ownerIds(session).includes(product.userId)
}
