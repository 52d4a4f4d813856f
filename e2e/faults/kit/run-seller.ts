import { pictureForm } from '../../fixtures/api.ts'
import { Visitor } from '../../fixtures/visitor.ts'
import type { Environment } from './environment.ts'
import { retryUntilFinal } from './shoppers.ts'

const PAUSE_MS = 500

/** A seller who keeps creating products, uploading pictures and adding stock. */
export async function runSeller(environment: Environment, isOver: () => boolean): Promise<void> {
  const seller = await Visitor.of()
  while (!isOver()) {
    const product = { title: 'Teapot', price: 12.5, quantity: 1 }
    const { body } = await retryUntilFinal(environment, () => seller.post('/api/products', product))
    environment.expected.initialStock.set(body.id, product.quantity)
    const path = `/api/products/${body.id}`
    await retryUntilFinal(environment, () =>
      seller.sendForm('POST', `${path}/images`, pictureForm()),
    )
    await retryUntilFinal(environment, () =>
      seller.post(`${path}/stock`, { delta: 1, reason: 'delivery' }),
    )
    await Bun.sleep(PAUSE_MS)
  }
}
