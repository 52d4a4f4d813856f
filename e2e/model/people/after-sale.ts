import type { EventItem } from '@shop/shared/contracts'
import { receiveParcel, sendParcel } from '../shop/after-sale/parcels.ts'
import { refundAmount, refundLines } from '../shop/after-sale/refunds.ts'
import { answerReturn, giveBack, refundReturn } from '../shop/after-sale/returns.ts'
import type { Order } from '../world/documents.ts'
import { must, type Steps } from '../world/steps.ts'
import type { Action } from '../world/threads.ts'
import type { World } from '../world/world.ts'

const MOST = 8

/** Draws what happens to an order after it is paid: by buyer, sellers, staff, and in Stripe's dashboard. */
export function afterSaleActions(world: World, orderId: string): Action[] {
  const { random } = world
  const count = random.chance(0.4) ? 0 : random.between(1, MOST)
  const order = must(world.orders.get(orderId))
  return Array.from({ length: count }, () => {
    const name = random.pick(NAMES)
    const isPossible = () =>
      ANSWERS.has(name) ? isAsked(order) : isAfterPayment(world, order, name)
    return { service: 'orders', name, steps: () => ACTS[name](world, order), isPossible }
  })
}

type Act = (world: World, order: Order) => Steps

const ACTS = {
  'give back': (world, order) => giveBack(world, order, someOf(world)),
  'send parcel': (world, order) => sendParcel(world, order, sellerOf(world, order)),
  'receive parcel': (world, order) => receiveParcel(world, order, sellerOf(world, order)),
  'accept return': acceptReturn,
  'refuse return': (world, order) => answerReturn(world, order, 'Refused'),
  'refund return': (world, order) => refundReturn(world, order, world.random.chance(0.5)),
  'refund lines': (world, order) => refundLines(world, order, someOf(world)),
  'refund amount': (world, order) => refundAmount(world, order, drawAmount(world)),
  'refund in dashboard': refundInDashboard,
} satisfies Record<string, Act>

const NAMES = Object.keys(ACTS) as (keyof typeof ACTS)[]
const ANSWERS = new Set<keyof typeof ACTS>(['accept return', 'refuse return'])

/** Nobody answers what was not asked. */
const isAsked = ({ returns }: Order) => returns.some(({ status }) => status === 'Asked')

/** The seller accepts a return, and the goods may come back. */
function* acceptReturn(world: World, order: Order): Steps {
  yield* answerReturn(world, order, 'Accepted')
  if (world.random.chance(0.7)) yield* refundReturn(world, order, true)
}

function sellerOf({ random }: World, { parcels }: Order): string {
  return random.pick(parcels).sellerId
}

/** Chooses all of the lines, or some of one. */
function someOf({ random }: World) {
  return (lines: EventItem[]): EventItem[] => {
    if (lines.length === 0 || random.chance(0.5)) return lines
    const line = random.pick(lines)
    return [{ ...line, quantity: random.between(1, line.quantity) }]
  }
}

function drawAmount({ random }: World) {
  return { amount: random.between(1, 250), withShipping: random.chance(0.3) }
}

/** In the dashboard, money can be refunded as soon as it is captured. */
function isAfterPayment(world: World, { id, status }: Order, name: keyof typeof ACTS): boolean {
  const isLatePaid = name === 'refund in dashboard' && capturedIntent(world, id) !== undefined
  return status === 'Complete' || isLatePaid
}

function capturedIntent({ stripe }: World, id: string) {
  return [...stripe.intents.values()].find(
    ({ orderId, captured }) => orderId === id && captured > 0,
  )
}

function* refundInDashboard(world: World, { id }: Order): Steps {
  const paid = capturedIntent(world, id)
  if (paid !== undefined) world.stripe.refunds.addInDashboard(paid)
  yield
}
