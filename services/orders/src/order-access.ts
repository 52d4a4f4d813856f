import { isLinkSecret, ownerIds } from '@shop/shared/auth'
import { ShopError, notFound, type Session } from '@shop/shared/contracts'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { OrderDocument } from './order-document.ts'
import type { OrderRepository } from './order-repository.ts'

const LINK_LIFE_MS = 400 * 24 * 3600 * 1000
const COOKIE_LIFE_S = 24 * 3600

export interface LinkKeys {
  current: string
  previous: string | undefined
}

/** Who looks at an order, and how it is read for them. */
export interface Reader {
  /** By whom open streams are counted. */
  viewer: string
  read: () => Promise<OrderDocument | null>
}

/** Access to an order for its owner, and for whoever has the key of its mailed link. */
export class OrderAccess {
  readonly #orders: OrderRepository
  readonly #keys: LinkKeys
  readonly #isSecure: boolean

  constructor(orders: OrderRepository, keys: LinkKeys, isSecure: boolean) {
    this.#orders = orders
    this.#keys = keys
    this.#isSecure = isSecure
  }

  /** Remembers the key in a cookie; throws `not-found` for a wrong one. */
  async open(c: Context, id: string, key: string): Promise<void> {
    if ((await this.#byKey(id, key)) === null) throw notFound('Order')
    setCookie(c, cookieOf(id), key, {
      path: '/',
      httpOnly: true,
      secure: this.#isSecure,
      sameSite: 'Lax',
      maxAge: COOKIE_LIFE_S,
    })
  }

  /** How the caller may read the order; throws `unauthenticated` without a session or a key. */
  readerOf(c: Context, session: Session | null, id: string): Reader {
    const key = getCookie(c, cookieOf(id))
    const owners = session === null ? [] : ownerIds(session)
    if (session === null && key === undefined)
      throw new ShopError('unauthenticated', 'Sign in first')
    return {
      viewer: session?.sub ?? `key:${id}`,
      read: async () =>
        (owners.length > 0 ? await this.#orders.find(id, owners) : null) ??
        (key === undefined ? null : await this.#byKey(id, key)),
    }
  }

  async #byKey(id: string, key: string): Promise<OrderDocument | null> {
    const order = await this.#orders.findById(id)
    if (order?.email === undefined) return null
    const isExpired = order.createdAt.getTime() + LINK_LIFE_MS < Date.now()
    const { current, previous } = this.#keys
    const target = { id, address: order.email }
    return !isExpired && isLinkSecret(key, [current, previous], 'order', target) ? order : null
  }
}

const cookieOf = (id: string) => `order_${id}`

/** Whether an order was placed by one of these owners, or added to their account. */
export function isOwnedBy({ userId, claimedBy }: OrderDocument, owners: string[]): boolean {
  return owners.includes(userId) || (claimedBy !== undefined && owners.includes(claimedBy))
}
