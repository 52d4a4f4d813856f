import type { Facts, Order, OrderCopy, Product, ProductCopy } from './facts.ts'
import { compareEach, type Finding } from './finding.ts'

type Seen = Pick<Facts, 'products' | 'copies' | 'orders' | 'orderCopies' | 'log'>

/** Checks that services' copies match the originals. */
export function checkCopies({ products, copies, orders, orderCopies, log }: Seen): Finding[] {
  // Further pictures and the seller's name change the version without an event.
  const publishedOf = ({ id }: Product) =>
    log === null ? null : Math.max(...(log.products.get(id) ?? []).map(({ version }) => version))
  const productsIn = (service: 'cart' | 'orders') =>
    compareEach(`product copies in ${service}`, products, (product) =>
      productMismatch(product, copies[service].get(product.id), publishedOf(product)),
    )
  return [
    productsIn('cart'),
    productsIn('orders'),
    compareEach('order copies in payments', orders.values(), (order) =>
      orderMismatch(order, orderCopies.get(order.id)),
    ),
  ]
}

const FIELDS = ['title', 'price', 'available', 'archived'] as const

function productMismatch(
  product: Product,
  copy: ProductCopy | undefined,
  published: number | null,
) {
  const { id, version, pictures } = product
  if (copy === undefined) return `${id} is missing`
  const field = FIELDS.find((name) => copy[name] !== product[name])
  if (field !== undefined) return `${id}: ${field} ${copy[field]} instead of ${product[field]}`
  const [first] = pictures
  // Of a product that only its seller may see, copies have neither title nor picture.
  const isShown =
    first === undefined || product.title === ''
      ? copy.picture === null
      : copy.picture?.endsWith(`/${first}`)
  if (isShown !== true) return `${id}: picture ${copy.picture}`
  if (copy.version > version) return `${id}: version ${copy.version} instead of ${version}`
  return published === null || copy.version >= published
    ? null
    : `${id}: version ${copy.version} of ${published}`
}

function orderMismatch({ id, userId, status, total }: Order, copy: OrderCopy | undefined) {
  if (copy === undefined || copy.tombstone) return `${id} is missing`
  if (copy.userId !== userId || copy.total !== total)
    return `${id}: ${copy.total} of ${copy.userId}`
  const right = status === 'Cancelled' ? 'Cancelled' : 'Created'
  return copy.status === right ? null : `${id} ${status} is ${copy.status}`
}
