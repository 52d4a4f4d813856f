import { isId } from '@shop/shared/contracts'
import type { Api } from '../api/client.server.ts'
import { getProduct } from '../api/products.server.ts'
import { requireUser } from '../api/session.server.ts'
import { orNotFound } from '../forms/refusals.server.ts'

/** The signed-in user's product; 404 for anyone else's. */
export async function ownProduct(api: Api, request: Request, id = '') {
  const user = await requireUser(api, request)
  if (!isId(id)) throw notFound()
  const product = await api.once(`product-${id}`, () => getProduct(api, id)).catch(orNotFound)
  if (product.userId !== user.id) throw notFound()
  return product
}

const notFound = () => new Response(null, { status: 404, statusText: 'Not Found' })
