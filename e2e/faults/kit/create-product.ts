import { newProduct, type Product } from '../../fixtures/checkout.ts'
import type { Environment } from './environment.ts'

/** Creates a product and records its initial stock for the checker. */
export async function createProduct({ expected }: Environment, quantity: number): Promise<Product> {
  const product = await newProduct(quantity)
  expected.initialStock.set(product.id, quantity)
  return product
}
