import { FindOrderBody } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { mailLinks } from '../mail-links.ts'

/** `POST /api/orders/find`: answered before it searches, so that nobody learns which orders exist. */
export function findOrder({ orders, log }: Deps) {
  async function search(number: string, email: string): Promise<void> {
    try {
      await mailLinks(orders, number, email)
    } catch (error) {
      log.warn({ error }, 'could not ask for the mail with the links of an order')
    }
  }

  return createHandlers(limitBody(), validJson(FindOrderBody), (c) => {
    const { number, email } = c.req.valid('json')
    void search(number, email)
    return c.body(null, 202)
  })
}
