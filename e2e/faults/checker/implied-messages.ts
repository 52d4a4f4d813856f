import type { Order } from './facts.ts'
import type { Account } from './mail-facts.ts'

const MAIL_LIFE_MS = 3 * 24 * 3_600_000

/** A message that must exist; with an address it must not be dropped. */
interface Implied {
  key: string
  to?: string
}

/** Every message that recent orders and accounts imply: older news may never have been mailed. */
export function impliedMessages(
  orders: Iterable<Order>,
  accounts: readonly Account[],
  now: Date,
): Implied[] {
  const since = new Date(now.getTime() - MAIL_LIFE_MS)
  const recent = [...orders].filter(({ createdAt }) => createdAt > since)
  return [
    ...recent.flatMap((order) => [...toBuyer(order), ...toSellers(order)]),
    ...accounts.flatMap((account) => toAccount(account, since, now)),
  ]
}

function toBuyer({ id, status, email, parcels, returns, refunds, timeline }: Order): Implied[] {
  if (email === undefined) return []
  const keys = [
    ...(status === 'Complete' ? [`receipt:${id}`] : []),
    ...(wasHeld(timeline) ? [`cancelled:${id}`] : []),
    ...parcels.filter(({ n }) => n > 0).map(({ sellerId, n }) => `sent:${id}:${sellerId}:${n}`),
    ...returns.filter(isAnswered).map(keyOfReturn),
    ...refunds.filter(hasEnded).map(keyOfRefund),
  ]
  return keys.map((key) => ({ key, to: email }))
}

/** Sellers are mailed only if they had verified their address by then. */
function toSellers({ id, status, items, returns, refunds }: Order): Implied[] {
  const sellers = new Set(items.map(({ sellerId }) => sellerId))
  const failed = refunds.filter((refund) => hasEnded(refund) && refund.sellerId !== undefined)
  return [
    ...(status === 'Complete' ? [...sellers].map((sellerId) => `sold:${id}:${sellerId}`) : []),
    ...returns
      .filter((each) => each.status === 'Asked')
      .map((each) => `${keyOfReturn(each)}:seller`),
    ...failed
      .filter((refund) => outcomeOf(refund) !== 'done')
      .map((each) => `${keyOfRefund(each)}:seller`),
  ].map((key) => ({ key }))
}

function toAccount(account: Account, since: Date, now: Date): Implied[] {
  const { id, email: to, passwordChange, isBlocked, acts = [] } = account
  const block = isBlocked === true ? acts.findLast(({ act }) => act === 'block') : undefined
  const keys = [
    ...linksOf(account, now),
    ...(passwordChange && passwordChange.at > since
      ? [`password:${id}:${passwordChange.version}`]
      : []),
    ...(block && block.at > since ? [`blocked:${id}:${block.at.toISOString()}`] : []),
  ]
  return keys.map((key) => ({ key, to }))
}

/** Links that still open something. */
function linksOf({ verified, links: { reset, verify } = {} }: Account, now: Date): string[] {
  return [
    ...(reset && reset.exp > now ? [`reset:${reset.id}`] : []),
    ...(verify && verify.exp > now && verified !== true ? [`verify:${verify.id}`] : []),
  ]
}

/** Whether the buyer's money was known to be held when the order was cancelled. */
function wasHeld(timeline: string[]): boolean {
  const cancelled = timeline.indexOf('cancelled')
  return timeline.slice(0, Math.max(0, cancelled)).includes('authorized')
}

type Refund = Order['refunds'][number]
type Return = Order['returns'][number]

const isAnswered = ({ status }: Return) => ['Asked', 'Accepted', 'Refused'].includes(status)
const hasEnded = ({ status }: Refund) => status !== 'Asked'
const keyOfReturn = ({ id, status }: Return) => `return:${id}:${status}`
const keyOfRefund = (refund: Refund) => `refund:${refund.id}:${outcomeOf(refund)}`

function outcomeOf({ status, reversed }: Refund): string {
  if (reversed === true) return 'reversed'
  return status === 'Done' ? 'done' : 'failed'
}
