import type { Facts, Order, OrderCopy, Product, ProductCopy } from './facts.ts'
import { judge, type Finding } from './finding.ts'

type Seen = Pick<Facts, 'products' | 'copies' | 'orders' | 'orderCopies' | 'log'>

/** What services know of each other's documents must be what those say. */
export function copyFindings({ products, copies, orders, orderCopies, log }: Seen): Finding[] {
  /** The version that the newest event told: a seller's other pictures and name are not told. */
  const toldOf = ({ id }: Product) =>
    log === null ? null : Math.max(...(log.products.get(id) ?? []).map(({ version }) => version))
  const productsIn = (service: 'cart' | 'orders') =>
    judge(`products known to ${service}`, products, (product) =>
      staleness(product, copies[service].get(product.id), toldOf(product)),
    )
  return [
    productsIn('cart'),
    productsIn('orders'),
    judge('orders known to payments', orders.values(), (order) =>
      misunderstanding(order, orderCopies.get(order.id)),
    ),
  ]
}

const FIELDS = ['title', 'price', 'available', 'archived'] as const

function staleness(product: Product, copy: ProductCopy | undefined, told: number | null) {
  const { id, version, pictures } = product
  if (copy === undefined) return `${id} is unknown`
  const field = FIELDS.find((name) => copy[name] !== product[name])
  if (field !== undefined) return `${id}: ${field} ${copy[field]} instead of ${product[field]}`
  const [first] = pictures
  const isShown = first === undefined ? copy.picture === null : copy.picture?.endsWith(`/${first}`)
  if (isShown !== true) return `${id}: picture ${copy.picture}`
  if (copy.version > version) return `${id}: version ${copy.version} instead of ${version}`
  return told === null || copy.version >= told ? null : `${id}: version ${copy.version} of ${told}`
}

function misunderstanding({ id, userId, status, total }: Order, copy: OrderCopy | undefined) {
  if (copy === undefined || copy.tombstone) return `${id} is unknown`
  if (copy.userId !== userId || copy.total !== total)
    return `${id}: ${copy.total} of ${copy.userId}`
  const right = status === 'Cancelled' ? 'Cancelled' : 'Created'
  return copy.status === right ? null : `${id} ${status} is ${copy.status}`
}
