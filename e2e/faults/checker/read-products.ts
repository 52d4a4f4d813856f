import type { ServiceName } from '@shop/shared/contracts'
import type { Database } from '../../tools/stack-databases.ts'
import type { Product, ProductCopy, Stored } from './facts.ts'
import { byId, rows } from './rows.ts'

interface StoredProduct extends Omit<
  Product,
  'id' | 'holds' | 'restocked' | 'pendingMoves' | 'pictures' | 'shown'
> {
  holds?: { paymentId: string }[]
  restocked?: string[]
  moves?: unknown[]
  images?: { key: string }[]
  shown?: string[]
}

type Read = Pick<Stored, 'products' | 'moves' | 'copies'>

/** Reads products, their stock changes and the copies in cart and orders. */
export async function readProducts({
  products,
  cart,
  orders,
}: Record<ServiceName, Database>): Promise<Read> {
  const moves = await rows<{ productId: string; delta: number }>(products, 'stockmoves', [
    'productId',
    'delta',
  ])
  return {
    products: await readStock(products),
    moves: new Map(
      [...Map.groupBy(moves, ({ productId }) => productId)].map(([id, same]) => [
        id,
        same.map(({ delta }) => delta),
      ]),
    ),
    copies: { cart: await readCopies(cart), orders: await readCopies(orders) },
  }
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
    'moves',
    'images',
    'shown',
  ])
  return found.map(
    ({ holds = [], restocked = [], moves = [], images = [], shown = [], ...rest }) => ({
      ...rest,
      holds: holds.map(({ paymentId }) => paymentId),
      restocked,
      pendingMoves: moves.length,
      pictures: images.map(({ key }) => key),
      shown,
    }),
  )
}

async function readCopies(database: Database): Promise<Map<string, ProductCopy>> {
  const fields = ['title', 'price', 'available', 'archived', 'picture', 'version'] as const
  return byId(await rows<ProductCopy>(database, 'products', fields))
}
