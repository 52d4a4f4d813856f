import { orderNumber, type EventItem } from '@shop/shared/contracts'
import type { MessageData } from '../domain/message-data.ts'
import type { Kind } from '../domain/message.ts'
import { plain, type Content, type Row } from '../mail/content.ts'
import type { Links } from '../mail/links.ts'
import { money } from '../mail/wording.ts'

/** What a template needs besides its data. */
export interface Context {
  links: Links
  /** A seller's name. */
  nameOf: (sellerId: string) => string
}

/** Composes one kind of message. */
export type Template<K extends Kind> = (data: MessageData[K], context: Context) => Content

/** The number of an order, in bold. */
export const bold = (orderId: string) => ({ strong: orderNumber(orderId), isWhole: true })

/** Lines with prices. */
export function pricedRows(items: EventItem[], detailOf: (item: EventItem) => string): Row[] {
  return items.map((item) => ({
    label: plain(item.title),
    value: money(item.price * item.quantity),
    detail: detailOf(item),
  }))
}

/** Lines without prices. */
export function countedRows(items: EventItem[]): Row[] {
  return items.map(({ title, quantity }) => ({ label: plain(title), value: String(quantity) }))
}
