import { createLimit } from '@shop/shared/async'
import type { ProductPageResponse, ProductResponse } from '@shop/shared/contracts'
import { PRODUCTS, VIEWS, pictureFile, type DemoProduct } from './catalogue.ts'
import type { ShopClient } from './shop-client.ts'
import { SELLERS } from './users.ts'

interface Seller {
  category: string
  client: ShopClient
  sold: ProductResponse[]
}

/** A demo product that already exists. */
interface Shelf {
  client: ShopClient
  product: ProductResponse
  demo: DemoProduct
}

/** Enough to keep the products service encoding, which takes one picture at a time. */
const AT_ONCE = 3

/** Creates the demo catalogue, or what an interrupted run left out. */
export async function seedCatalogue(
  newClient: () => ShopClient,
  report: (state: string) => void,
): Promise<void> {
  const sellers = await Promise.all(SELLERS.map((seller) => enter(newClient(), seller)))
  const shelves: Shelf[] = []
  for (const demo of PRODUCTS) shelves.push(await createProduct(sellers, demo))
  const total = shelves.length * VIEWS.length
  let count = 0
  const reportNext = () => report(`${(count += 1)} of ${total} pictures`)
  const limited = createLimit(AT_ONCE)
  await Promise.all(shelves.map((shelf) => limited(() => show(shelf, reportNext))))
}

async function enter(client: ShopClient, seller: (typeof SELLERS)[number]): Promise<Seller> {
  const { category, name, email, password } = seller
  const id = await client.enter(email, password)
  await client.must('PUT', '/api/users/profile', { name })
  const page = await client.must('GET', `/api/products?seller=${id}&limit=100`)
  return { category, client, sold: (page as ProductPageResponse).items }
}

async function createProduct(sellers: Seller[], demo: DemoProduct): Promise<Shelf> {
  const seller = sellers.find(({ category }) => category === demo.category)
  if (seller === undefined) throw new Error(`nobody sells ${demo.category}`)
  const { client, sold } = seller
  const { picture: _picture, ...body } = demo
  const found = sold.find(({ title }) => title === body.title)
  const product = found ?? ((await client.must('POST', '/api/products', body)) as ProductResponse)
  return { client, product, demo }
}

async function show({ client, product, demo }: Shelf, reportNext: () => void): Promise<void> {
  for (const [index, view] of VIEWS.entries()) {
    const alt = `${product.title}, ${view}`
    if (!product.images.some((image) => image.alt === alt)) {
      const form = new FormData()
      form.append('alt', alt)
      form.append('image', pictureFile(demo, index))
      await client.must('POST', `/api/products/${product.id}/images`, form)
    }
    reportNext()
  }
}
