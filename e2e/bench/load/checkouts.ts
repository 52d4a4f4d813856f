import type { CheckoutsJob } from './job.ts'

const QUANTITY = 1

/** Runs one checkout for each shopper; returns the ids of the orders, each accepted for payment. */
export async function runCheckouts(job: CheckoutsJob): Promise<string[]> {
  const waiting = job.cookies.entries()
  const orderIds: string[] = []
  async function checkOutNext(): Promise<void> {
    for (const [index, cookie] of waiting) {
      const productId = job.productIds[index % job.productIds.length] ?? ''
      orderIds[index] = await checkOut(job, cookie, productId)
    }
  }
  await Promise.all(Array.from({ length: job.atOnce }, checkOutNext))
  return orderIds
}

async function checkOut(job: CheckoutsJob, cookie: string, productId: string): Promise<string> {
  const { cart, orders, payments } = job.services
  const line = { productId, quantity: QUANTITY }
  await post(`${cart}/api/cart/items`, cookie, line, [201])
  const order = await post(`${orders}/api/orders`, cookie, { items: [line] }, [201])
  // A slow machine gets 202 and finishes later; the caller checks that every order is complete.
  await post(
    `${payments}/api/payments`,
    cookie,
    { token: 'tok_visa', orderId: order.id },
    [201, 202],
  )
  return order.id
}

async function post(
  url: string,
  cookie: string,
  json: object,
  expected: number[],
): Promise<{ id: string }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(json),
  })
  const text = await response.text()
  if (!expected.includes(response.status))
    throw new Error(`POST ${url} returned ${response.status}: ${text}`)
  return JSON.parse(text)
}
