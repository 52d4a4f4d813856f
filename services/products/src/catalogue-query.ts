import { invalid, type ListProductsQuery } from '@shop/shared/contracts'
import { decodeCursor, type Position } from '@shop/shared/http'
import type { Product } from './domain/product.ts'
import type { CatalogueQuery } from './product-repository.ts'

/** An order of the catalogue by a field; the id decides between equal values. */
interface Sorting {
  field: keyof Product
  direction: 1 | -1
  /** The field's value as a cursor carries it, and back. */
  toCursor: (product: Product) => Position[0]
  fromCursor: (value: Position[0]) => unknown
}

const newest: Sorting = {
  field: 'createdAt',
  direction: -1,
  toCursor: ({ createdAt }) => createdAt.getTime(),
  fromCursor: (value) => new Date(value),
}

/** What a query asks of the catalogue, and where the page after a product begins. */
export function catalogueQuery({ cursor }: ListProductsQuery) {
  const { field, direction, toCursor } = newest
  const query: Omit<CatalogueQuery, 'limit'> = {
    filter: { archived: false, ...(cursor === undefined ? {} : beyond(newest, cursor)) },
    sort: { [field]: direction, _id: direction },
  }
  return { query, positionOf: (last: Product): Position => [toCursor(last), last.id] }
}

function beyond({ field, direction, fromCursor }: Sorting, cursor: string) {
  const [sortedBy, id] = decodeCursor(cursor)
  const value = fromCursor(sortedBy)
  if (value instanceof Date && Number.isNaN(value.getTime()))
    throw invalid('This cursor was not given out by this list', 'cursor')
  const past = direction === 1 ? '$gt' : '$lt'
  return { $or: [{ [field]: { [past]: value } }, { [field]: value, _id: { [past]: id } }] }
}
