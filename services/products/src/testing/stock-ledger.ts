import type { TestService } from '@shop/shared/testing'
import { Types } from 'mongoose'
import type { RecordedMove } from '../domain/stock-move.ts'
import { createProductModel, type ProductRecord } from '../product-model.ts'
import { StockLedger } from '../stock/ledger.ts'
import { ProductStock } from '../stock/product-stock.ts'

type Entry = Omit<RecordedMove, 'id'> & { _id: Types.ObjectId }

/** The ledger dependencies of a second replica, for tests that run single steps. */
export function ledgerDepsOf({ db }: TestService) {
  const nothing = () => {}
  const stock = new ProductStock(createProductModel(db), nothing, nothing)
  return { stock, ledger: new StockLedger(db) }
}

export function ledgerOf({ db }: TestService, productId: string): Promise<Entry[]> {
  return db.collection<Entry>('stockmoves').find({ productId }).sort({ _id: 1 }).toArray()
}

export async function notesOf({ db }: TestService, productId: string) {
  const products = db.collection<Pick<ProductRecord, '_id' | 'moves'>>('products')
  return (await products.findOne({ _id: new Types.ObjectId(productId) }))?.moves
}
