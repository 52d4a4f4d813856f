import { newId, type TestService } from '@shop/shared/testing'
import { newProduct, type Product } from '../domain/product.ts'
import { searchKeysOf } from '../domain/search-keys.ts'
import { createProductModel } from '../product-model.ts'

const seller = { sub: newId() }

/** Inserts many products, later ones newer, without publishing events. */
export async function insertProducts(
  { db }: TestService,
  count: number,
  of: (n: number) => Partial<Product>,
): Promise<Product[]> {
  const products = Array.from({ length: count }, (_, n) => {
    const body = { title: `Mug ${n}`, price: 1, quantity: 10 }
    const at = new Date(Date.now() - count + n)
    return { ...newProduct(newId(), seller, body, at), ...of(n) }
  })
  await createProductModel(db).insertMany(
    products.map((product) => ({
      ...product,
      _id: product.id,
      search: searchKeysOf(product),
      isOpened: true,
    })),
  )
  return products
}
