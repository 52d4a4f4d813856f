import type { ProductPageResponse, ProductResponse } from '@shop/shared/contracts'
import { PRODUCTS, type DemoProduct } from './catalogue.ts'
import type { ShopClient } from './shop-client.ts'
import { SELLERS } from './users.ts'

interface Seller {
  category: string
  client: ShopClient
  sold: ProductResponse[]
}

/** A demo product in the shop, and its seller's client. */
export interface DemoListing {
  client: ShopClient
  product: ProductResponse
  demo: DemoProduct
}

/** Creates the demo products, or those that an interrupted run left out. */
export async function seedProducts(newClient: () => ShopClient): Promise<DemoListing[]> {
  const sellers = await Promise.all(SELLERS.map((seller) => enter(newClient(), seller)))
  const listings: DemoListing[] = []
  // One after the other: the catalogue shows the newest first.
  for (const demo of PRODUCTS) listings.push(await createProduct(sellers, demo))
  return listings
}

async function enter(client: ShopClient, seller: (typeof SELLERS)[number]): Promise<Seller> {
  const { category, name, email, password } = seller
  const id = await client.enter(email, password)
  await client.must('PUT', '/api/users/profile', { name })
  const page = await client.must('GET', `/api/products?seller=${id}&limit=100`)
  return { category, client, sold: (page as ProductPageResponse).items }
}

async function createProduct(sellers: Seller[], demo: DemoProduct): Promise<DemoListing> {
  const seller = sellers.find(({ category }) => category === demo.category)
  if (seller === undefined) throw new Error(`nobody sells ${demo.category}`)
  const { client, sold } = seller
  const { picture: _picture, ...body } = demo
  const found = sold.find(({ title }) => title === body.title)
  const product = found ?? ((await client.must('POST', '/api/products', body)) as ProductResponse)
  return { client, product, demo }
}
