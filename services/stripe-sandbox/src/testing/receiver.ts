import { Stripe } from 'stripe'
import { idOf } from '../ledger/objects.ts'
import { SECRET_KEY, WEBHOOK_SECRET } from './index.ts'

interface Received {
  body: string
  signature: string
  event: Stripe.Event
}

type Subject = Stripe.PaymentIntent | Stripe.Charge | Stripe.Refund

/** A webhook receiver on loopback that accepts verified events, unless set to refuse them. */
export function startReceiver() {
  const { webhooks } = new Stripe(SECRET_KEY)
  const received: Received[] = []
  const orderOfIntent = new Map<string, string>()
  const refusals = new Map<string, number>()

  function orderOf({ data }: Stripe.Event): string {
    const subject = data.object as Subject
    const order = subject.metadata?.['orderId']
    if (subject.object === 'payment_intent') orderOfIntent.set(subject.id, order ?? '')
    if (order !== undefined || subject.object === 'payment_intent') return order ?? ''
    return orderOfIntent.get(idOf(subject.payment_intent)) ?? ''
  }

  async function receive(request: Request): Promise<Response> {
    const body = await request.text()
    const signature = request.headers.get('stripe-signature') ?? ''
    const event = await webhooks.constructEventAsync(body, signature, WEBHOOK_SECRET)
    const left = refusals.get(orderOf(event)) ?? 0
    if (left > 0) {
      refusals.set(orderOf(event), left - 1)
      return new Response('not now', { status: 503 })
    }
    received.push({ body, signature, event })
    return new Response('ok')
  }

  const server = Bun.serve({ hostname: '127.0.0.1', port: 0, fetch: receive })
  const of = (orderId: string) => received.filter(({ event }) => orderOf(event) === orderId)
  return {
    url: `${server.url.origin}/api/payments/webhook`,
    refuse: (orderId: string, times: number) => void refusals.set(orderId, times),
    refusalsLeft: (orderId: string) => refusals.get(orderId) ?? 0,
    /** The orders of all events, as they arrived. */
    arrivals: () => received.map(({ event }) => orderOf(event)),
    eventsOf: (orderId: string) => of(orderId).map(({ event }) => event),
    rawOf: (orderId: string): Received => {
      const [first] = of(orderId)
      if (first === undefined) throw new Error(`no event of ${orderId} has arrived`)
      return first
    },
    stop: () => server.stop(true),
  }
}
