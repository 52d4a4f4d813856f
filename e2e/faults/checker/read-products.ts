import type { ServiceName } from '@shop/shared/contracts'
import type { Database } from '../../tools/stack-databases.ts'
import type { Product, ProductCopy, StockMove, Stored } from './facts.ts'
import { byId, rows } from './rows.ts'

/** Products that only their sellers may see are published without a title. */
const CONCEALING = new Set(['draft', 'hidden', 'blocked'])

interface StoredProduct extends Omit<Product, 'id' | 'holds' | 'restocked' | 'pictures' | 'shown'> {
  holds?: { paymentId: string }[]
  restocked?: string[]
  images?: { key: string }[]
  shown?: string[]
  off?: string[]
}

type Read = Pick<Stored, 'products' | 'moves' | 'copies'>

/** Reads products, their stock changes and the copies in cart and orders. */
export async function readProducts({
  products,
  cart,
  orders,
}: Record<ServiceName, Database>): Promise<Read> {
  return {
    products: await readStock(products),
    moves: await readMoves(products),
    copies: { cart: await readCopies(cart), orders: await readCopies(orders) },
  }
}

interface Pending {
  moves?: (Omit<StockMove, 'id'> & { _id: unknown })[]
}

type Move = StockMove & { productId: string }

/** What is in the ledger, and what is still in the products: an entry may move between the two reads, but never back. */
async function readMoves(products: Database): Promise<Stored['moves']> {
  const waiting = await rows<Pending>(products, 'products', ['moves'])
  const recorded = await rows<Move>(products, 'stockmoves', [
    'productId',
    'delta',
    'reason',
    'after',
    'version',
  ])
  const pending = waiting.flatMap(({ id: productId, moves = [] }) =>
    moves.map(({ _id, ...move }): Move => ({ ...move, id: String(_id), productId })),
  )
  const each = new Map([...pending, ...recorded].map((move) => [move.id, move]))
  const inOrder = [...each.values()].toSorted((a, b) => a.version - b.version)
  return Map.groupBy(inOrder, ({ productId }) => productId)
}

async function readStock(products: Database): Promise<Product[]> {
  const found = await rows<StoredProduct>(products, 'products', [
    'title',
    'price',
    'quantity',
    'available',
    'archived',
    'version',
    'holds',
    'restocked',
    'images',
    'shown',
    'off',
  ])
  return found.map(
    ({ holds = [], restocked = [], images = [], shown = [], off = [], ...rest }) => ({
      ...rest,
      title: off.some((reason) => CONCEALING.has(reason)) ? '' : rest.title,
      holds: holds.map(({ paymentId }) => paymentId),
      restocked,
      pictures: images.map(({ key }) => key),
      shown,
    }),
  )
}

async function readCopies(database: Database): Promise<Map<string, ProductCopy>> {
  const fields = ['title', 'price', 'available', 'archived', 'picture', 'version'] as const
  return byId(await rows<ProductCopy>(database, 'products', fields))
}
