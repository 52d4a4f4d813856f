import { newProduct, type Product } from '../../fixtures/checkout.ts'
import type { Environment } from './environment.ts'

/** A new product; the checker is told how many pieces there were at first. */
export async function createProduct({ expected }: Environment, quantity: number): Promise<Product> {
  const product = await newProduct(quantity)
  expected.putIn.set(product.id, quantity)
  return product
}
