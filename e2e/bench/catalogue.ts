import type { ProductResponse } from '@shop/shared/contracts'
import { StackFailure } from '../stack/system/failure.ts'
import type { Shop } from './shop.ts'
import { signIn } from './shoppers.ts'

const PRODUCTS = 100
const PAGE = 30
const PLENTY = 1_000_000

/** What the requests ask for. */
export interface Catalogue {
  /** Enough products that shoppers seldom buy the same one at the same time. */
  productIds: string[]
  /** The response of the list. */
  page: unknown
}

/** Creates products that never sell out. */
export async function fillCatalogue(shop: Shop): Promise<Catalogue> {
  const cookie = await signIn(shop)
  const productIds: string[] = []
  while (productIds.length < PRODUCTS) productIds.push(await createProduct(shop, cookie, PLENTY))
  const list = await fetch(`${shop.services.products.url}/api/products?limit=${PAGE}`)
  return { productIds, page: await list.json() }
}

/** Creates a product with some pieces in stock; returns its id. */
export async function createProduct(
  { services }: Shop,
  cookie: string,
  quantity: number,
): Promise<string> {
  const url = `${services.products.url}/api/products`
  const product = {
    title: `Stoneware mug no. ${crypto.randomUUID().slice(0, 8)}`,
    description: 'Holds 350 ml, glazed inside and out, safe in the dishwasher.',
    category: 'kitchen',
    price: 18,
    quantity,
  }
  const response = await fetch(url, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(product),
  })
  if (response.status !== 201)
    throw new StackFailure(`POST ${url} returned ${response.status}: ${await response.text()}`)
  return ((await response.json()) as ProductResponse).id
}
