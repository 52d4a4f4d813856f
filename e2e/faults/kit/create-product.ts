import { newProduct, type Product } from '../../fixtures/checkout.ts'
import type { Visitor } from '../../fixtures/visitor.ts'
import type { Environment } from './environment.ts'

/** Creates a product, of a new seller by default, and records its initial stock for the checker. */
export async function createProduct(
  { expected }: Environment,
  quantity: number,
  seller?: Visitor,
): Promise<Product> {
  const product = await newProduct(quantity, undefined, seller)
  expected.initialStock.set(product.id, quantity)
  return product
}
