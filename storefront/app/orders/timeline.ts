import type { OrderResponse } from '@shop/shared/contracts'
import { money } from '../lib/money.ts'
import { count } from '../lib/words.ts'
import type { IconName } from '../ui/icon.tsx'
import { momentIn } from '../ui/order-status.ts'
import { whyCancelled } from './cancel-reason.ts'

export interface Step {
  name: string
  state: 'done' | 'now' | 'todo' | 'ended'
  icon: IconName
  text: string
  at?: string
}

/** The steps of an order as the page shows them; a cancelled one ends where it ended. */
export function stepsOf(order: OrderResponse): Step[] {
  const pieces = order.items.reduce((sum, { quantity }) => sum + quantity, 0)
  const total = money(order.total)
  const isOver = order.status === 'Complete'
  const plan = [
    { what: 'placed', name: 'Order placed', todo: '', done: 'Prices are fixed from here on.' },
    {
      what: 'authorized',
      name: 'Card approved',
      todo: 'Pay to go on; the order waits for a day.',
      done: isOver ? `Your bank held ${total}.` : `Your bank holds ${total}; nothing is taken yet.`,
    },
    {
      what: 'reserved',
      name: 'Items set aside',
      todo: 'Every item is set aside before any money is taken.',
      done: pieces === 1 ? 'It is yours.' : `All ${count(pieces, 'item')} are yours.`,
    },
    {
      what: 'complete',
      name: order.status === 'Complete' ? 'Paid and complete' : 'Taking payment',
      todo: 'Usually a few seconds. You can close this page.',
      done: `${total} was taken. The sellers are told to pack your items.`,
    },
  ] as const
  const steps = plan.map(({ what, name, todo, done }): Step => {
    const at = momentIn(order, what)
    const isDone = at !== undefined || isOver
    return {
      name,
      state: isDone ? 'done' : 'todo',
      icon: isDone ? 'check' : 'clock',
      text: isDone ? done : todo,
      ...(at !== undefined && { at }),
    }
  })
  if (order.status === 'Cancelled')
    return [...steps.filter(({ state }) => state === 'done'), end(order)]
  const next = steps.find(({ state }) => state === 'todo')
  if (next !== undefined) next.state = 'now'
  return [...steps, ...refunds(order)]
}

function end(order: OrderResponse): Step {
  const { why, money: where } = whyCancelled(order)
  const at = momentIn(order, 'cancelled')
  return {
    name: 'Cancelled',
    state: 'ended',
    icon: 'close',
    text: `${why} ${where}`,
    ...(at !== undefined && { at }),
  }
}

function refunds({ refunds: made }: OrderResponse): Step[] {
  return made.map(({ amount, at }) => ({
    name: 'Refunded',
    state: 'done',
    icon: 'back',
    text: `${money(amount)} is on its way back to your card.`,
    at,
  }))
}
