import { EXAMPLE_IDS } from '@shop/shared/contracts'
import { newUser } from '@shop/shared/testing'
import { Visitor } from '../fixtures/visitor.ts'
import { exampleBody } from './example-body.ts'

/** Brings a seller's product into the state that an example speaks of, and adds names of what exists then. */
export async function prepareProduct(
  operationId: string,
  seller: Visitor,
  names: Record<string, string>,
): Promise<void> {
  if (operationId === 'appealAgainstHidingProduct') {
    const staff = await Visitor.of(newUser('admin'))
    const product = names[EXAMPLE_IDS.product] ?? ''
    await staff.post(`/api/products/${product}/hide`, exampleBody('hideProduct'))
  }
  if (operationId === 'getImport') {
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const begun = await seller.post('/api/products/import', exampleBody('importProducts'), headers)
    names[EXAMPLE_IDS.product] = begun.body.id
  }
}
