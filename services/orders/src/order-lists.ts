import {
  Email,
  isId,
  toOrderNumber,
  type SoldStatus,
  type StaffStatus,
} from '@shop/shared/contracts'
import type { Position } from '@shop/shared/http'
import type { OutboxFields } from '@shop/shared/outbox'
import type { Model } from 'mongoose'
import { safeParse } from 'valibot'
import { STAFF, statusKey, wordPatterns, type Lister } from './domain/list-keys.ts'
import type { OrderDocument } from './order-document.ts'

type Filter = Record<string, unknown>

/** The order of a list; equal times are ordered by id. */
export interface Sorting {
  by: 'createdAt' | 'completedAt'
  direction: 1 | -1
}

export const NEWEST: Sorting = { by: 'createdAt', direction: -1 }

/** The orders that match one of the filters, from a position on. */
export function listPage(
  model: Model<OrderDocument & OutboxFields>,
  filters: Filter[],
  sorting: Sorting,
  { limit, after }: { limit: number; after: Position | null },
): Promise<OrderDocument[]> {
  const { by, direction } = sorting
  return model
    .find(anyOf(filters, sorting, after))
    .sort({ [by]: direction, _id: direction })
    .limit(limit)
    .lean()
}

/** The position stands in each filter: then each is read from its index, and they are merged in order. */
export function anyOf(
  filters: Filter[],
  { by, direction }: Sorting,
  after: Position | null,
): Filter {
  const rest = after === null ? {} : beyond(by, direction === 1 ? '$gt' : '$lt', after)
  const all = filters.map((filter) => ({ ...filter, ...rest }))
  return all.length === 1 ? (all[0] ?? {}) : { $or: all }
}

function beyond(by: Sorting['by'], operator: '$gt' | '$lt', [time, id]: Position): Filter {
  const at = new Date(time)
  return {
    [by]: { [`${operator}e`]: at },
    $or: [{ [by]: { [operator]: at } }, { _id: { [operator]: id } }],
  }
}

/** The orders of these owners: placed by them, or added to their account. */
export function ownedBy(owners: string[]): Filter[] {
  return [{ userId: { $in: owners } }, { claimedBy: { $in: owners } }]
}

/** Orders with lines of one seller: those with a status, and those that a search finds. */
export interface SoldList {
  sellerId: string
  status?: SoldStatus | undefined
  q?: string | undefined
}

export function soldFilter({ sellerId, status, q = '' }: SoldList): Filter {
  return {
    ...(status === undefined ? { 'items.sellerId': sellerId } : paidFilter(sellerId, status)),
    ...wordFilter(sellerId, q),
  }
}

/** What waits comes in the order in which it is due, everything else the newest first. */
export function sortingOf({ status }: { status?: StaffStatus | undefined }): Sorting {
  if (status === undefined) return NEWEST
  return { by: 'completedAt', direction: status === 'to-send' ? 1 : -1 }
}

/** All orders, for the staff: those with a status, and those with this number, id or email address. */
export interface StaffList {
  status?: StaffStatus | undefined
  q?: string | undefined
}

export function staffFilter({ status, q = '' }: StaffList): Filter {
  return { ...(status !== undefined && paidFilter(STAFF, status)), ...identityFilter(q) }
}

function identityFilter(q: string): Filter {
  if (q === '') return {}
  if (isId(q.toLowerCase())) return { _id: q.toLowerCase() }
  const email = safeParse(Email, q)
  return email.success ? { email: email.output } : { number: toOrderNumber(q) }
}

/** The paid orders of a lister, with one status or all of them. */
export function paidFilter(lister: Lister, status?: StaffStatus): Filter {
  return { 'listKeys.statuses': statusKey(lister, status), status: 'Complete' }
}

/** A text without words matches nothing. */
function wordFilter(sellerId: string, q: string): Filter {
  if (q === '') return {}
  const [longest, ...others] = wordPatterns(sellerId, q)
  if (longest === undefined) return { 'listKeys.words': { $in: [] } }
  // The planner tries a plan for every indexed word: only the longest is offered to it.
  const rest = others.map((word) => ({ 'listKeys.words': { $not: word } }))
  return { 'listKeys.words': longest, ...(rest.length > 0 && { $nor: rest }) }
}
