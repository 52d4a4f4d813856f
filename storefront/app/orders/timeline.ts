import { doneRefunds, type OrderResponse } from '@shop/shared/contracts'
import { money } from '../lib/money.ts'
import { count } from '../lib/words.ts'
import type { IconName } from '../ui/icon.tsx'
import { timeOf } from '../ui/order-status.ts'
import { cancelReason } from './cancel-reason.ts'

export interface Step {
  name: string
  state: 'done' | 'now' | 'todo' | 'ended'
  icon: IconName
  text: string
  at?: string
}

/** The steps of an order; a canceled order ends with the step that canceled it. */
export function stepsOf(order: OrderResponse): Step[] {
  const isComplete = order.status === 'Complete'
  const steps = planOf(order).map(({ what, before, after, todo, done }): Step => {
    const at = timeOf(order, what)
    const isDone = at !== undefined || isComplete
    return {
      name: isDone ? after : before,
      state: isDone ? 'done' : 'todo',
      icon: isDone ? 'check' : 'clock',
      text: isDone ? done : todo,
      ...(at !== undefined && { at }),
    }
  })
  if (order.status === 'Cancelled')
    return [...steps.filter(({ state }) => state === 'done'), canceledStep(order)]
  const next = steps.find(({ state }) => state === 'todo')
  if (next !== undefined) next.state = 'now'
  return [...steps, ...refundSteps(order)]
}

/** What happens to every order that is not canceled, before and after it has happened. */
function planOf({ items, total: amount, status }: OrderResponse) {
  const itemCount = items.reduce((sum, { quantity }) => sum + quantity, 0)
  const total = money(amount)
  return [
    {
      what: 'placed',
      before: '',
      after: 'Order placed',
      todo: '',
      done: 'Your prices are locked in.',
    },
    {
      what: 'authorized',
      before: 'Waiting for payment',
      after: 'Card approved',
      todo: 'Pay within a day to continue.',
      done:
        status === 'Complete'
          ? `${total} was put on hold.`
          : `${total} is on hold. You haven’t been charged yet.`,
    },
    {
      what: 'reserved',
      before: 'Reserving items',
      after: 'Items reserved',
      todo: 'Every item is reserved before your card is charged.',
      done:
        itemCount === 1
          ? 'It’s reserved for you.'
          : `All ${count(itemCount, 'item')} are reserved for you.`,
    },
    {
      what: 'complete',
      before: 'Processing payment',
      after: 'Paid and complete',
      todo: 'This usually takes a few seconds. You can close this page.',
      done: `${total} was charged. The sellers were asked to send your items.`,
    },
  ] as const
}

function canceledStep(order: OrderResponse): Step {
  const { why, money: where } = cancelReason(order)
  const at = timeOf(order, 'cancelled')
  return {
    name: 'Canceled',
    state: 'ended',
    icon: 'close',
    text: `${why} ${where}`,
    ...(at !== undefined && { at }),
  }
}

function refundSteps({ refunds }: OrderResponse): Step[] {
  return doneRefunds(refunds).map(({ amount, at, doneAt = at }) => ({
    name: 'Refunded',
    state: 'done',
    icon: 'return',
    text: `${money(amount)} was sent back to your card.`,
    at: doneAt,
  }))
}
