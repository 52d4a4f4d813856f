import { pictureForm } from '../../fixtures/api.ts'
import { Visitor } from '../../fixtures/visitor.ts'
import type { Environment } from './environment.ts'
import { answered } from './shoppers.ts'

const PAUSE_MS = 500

/** A seller who puts up products with a picture and books goods in, until the day is over. */
export async function runSeller(environment: Environment, isOver: () => boolean): Promise<void> {
  const seller = await Visitor.of()
  while (!isOver()) {
    const product = { title: 'Teapot', price: 12.5, quantity: 1 }
    const { body } = await answered(environment, () => seller.post('/api/products', product))
    environment.expected.putIn.set(body.id, product.quantity)
    const path = `/api/products/${body.id}`
    await answered(environment, () => seller.sendForm('POST', `${path}/images`, pictureForm()))
    await answered(environment, () =>
      seller.post(`${path}/stock`, { delta: 1, reason: 'delivery' }),
    )
    await Bun.sleep(PAUSE_MS)
  }
}
