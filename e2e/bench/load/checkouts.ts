import type { Answer, CheckoutsJob, OrdersJob, Outcome, PaymentsJob, Sellers } from './job.ts'

const QUANTITY = 1
const PAID = [201, 202]

/** Runs one checkout for each shopper; every payment must be accepted. */
export async function runCheckouts(job: CheckoutsJob): Promise<Outcome> {
  const outcomes = await forEach(job.cookies, job.atOnce, async (cookie, index) => {
    const line = lineOf(job, index)
    await mustPost(`${job.services.cart}/api/cart/items`, cookie, line)
    const orderId = await placeOrder(job.services, cookie, line)
    const answer = await pay(job.services, cookie, orderId)
    // A slow machine gets 202 and finishes later; the caller waits until every order is complete.
    if (!PAID.includes(answer.status))
      throw new Error(`the payment of ${orderId} returned ${answer.status} ${answer.problem}`)
    return { orderId, answer }
  })
  return {
    orderIds: outcomes.map(({ orderId }) => orderId),
    answers: outcomes.map(({ answer }) => answer),
  }
}

/** Places one order for each shopper. */
export async function placeOrders(job: OrdersJob): Promise<Outcome> {
  const orderIds = await forEach(job.cookies, job.atOnce, (cookie, index) =>
    placeOrder(job.services, cookie, lineOf(job, index)),
  )
  return { orderIds, answers: [] }
}

/** Pays the order of each shopper; any response is a result. */
export async function payOrders({ services, cookies, orderIds, atOnce }: PaymentsJob) {
  const answers = await forEach(cookies, atOnce, (cookie, index) =>
    pay(services, cookie, orderIds[index] ?? ''),
  )
  return { orderIds, answers }
}

async function forEach<T>(
  cookies: readonly string[],
  atOnce: number,
  work: (cookie: string, index: number) => Promise<T>,
): Promise<T[]> {
  const waiting = cookies.entries()
  const results: T[] = []
  async function next(): Promise<void> {
    for (const [index, cookie] of waiting) results[index] = await work(cookie, index)
  }
  await Promise.all(Array.from({ length: atOnce }, next))
  return results
}

function lineOf({ productIds }: { productIds: readonly string[] }, index: number) {
  return { productId: productIds[index % productIds.length] ?? '', quantity: QUANTITY }
}

async function placeOrder({ orders }: Sellers, cookie: string, line: object): Promise<string> {
  return (await mustPost(`${orders}/api/orders`, cookie, { items: [line] })).id
}

async function pay({ payments }: Sellers, cookie: string, orderId: string): Promise<Answer> {
  const start = performance.now()
  const response = await post(`${payments}/api/payments`, cookie, { token: 'tok_visa', orderId })
  const text = await response.text()
  const ms = performance.now() - start
  const { type }: { type?: string } = JSON.parse(text)
  return { status: response.status, problem: type ?? null, ms }
}

async function mustPost(url: string, cookie: string, json: object): Promise<{ id: string }> {
  const response = await post(url, cookie, json)
  const text = await response.text()
  if (response.status !== 201) throw new Error(`POST ${url} returned ${response.status}: ${text}`)
  return JSON.parse(text)
}

function post(url: string, cookie: string, json: object): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(json),
  })
}
