import {
  orderNumber,
  type MessageResponse,
  type PersonResponse,
  type ServiceName,
} from '@shop/shared/contracts'
import type { Status } from '../ui/badge.tsx'

export function personStatus({ isBlocked, role }: PersonResponse): Status {
  if (isBlocked) return { text: 'Blocked', kind: 'danger', icon: 'danger' }
  if (role === 'admin') return { text: 'Staff', kind: 'info', icon: 'person' }
  return { text: 'Active', kind: 'ok', icon: 'check' }
}

const STATES: Record<MessageResponse['state'], Status> = {
  Queued: { text: 'Queued', kind: 'info', icon: 'clock' },
  Sent: { text: 'Sent', kind: 'ok', icon: 'check' },
  Failed: { text: 'Failed', kind: 'danger', icon: 'danger' },
  Dropped: { text: 'Not sent', kind: '', icon: 'info' },
}

export function messageStatus({ state, tries }: MessageResponse): Status {
  const status = STATES[state]
  return state === 'Queued' && tries > 0 ? { ...status, text: `Queued, try ${tries + 1}` } : status
}

const KINDS: Record<string, string> = {
  receipt: 'Receipt',
  sold: 'New order',
  'order-cancelled': 'Order canceled',
  'parcel-sent': 'Parcel sent',
  'cannot-send': 'Cannot be sent',
  'parcel-cancelled': 'Parcel canceled',
  'return-asked': 'Return requested',
  'return-received': 'Return received',
  'return-accepted': 'Return accepted',
  'return-refused': 'Return refused',
  'refund-made': 'Refund made',
  'refund-failed': 'Refund failed',
  'refund-failed-seller': 'Refund failed, to the seller',
  verify: 'Verify email',
  reset: 'Reset password',
  'password-changed': 'Password changed',
  blocked: 'Account blocked',
  'product-hidden': 'Product hidden',
  'product-shown': 'Product shown again',
  find: 'Links to orders',
}

const NOT_ABOUT_ORDERS = [
  'verify',
  'reset',
  'password-changed',
  'blocked',
  'product-hidden',
  'product-shown',
  'find',
]
const ORDER = /[\da-f]{24}/

/** What a message reports, with the number of its order where there is one. */
export function messageTitle({ id, kind }: MessageResponse): string {
  const name = KINDS[kind] ?? kind
  const isAboutOrder = !NOT_ABOUT_ORDERS.includes(kind)
  const orderId = isAboutOrder ? ORDER.exec(id)?.[0] : undefined
  const copy = id.includes('#') ? ', sent again' : ''
  return `${name}${orderId === undefined ? '' : ` ${orderNumber(orderId)}`}${copy}`
}

const SERVICE_NAMES: Record<ServiceName, string> = {
  auth: 'Accounts',
  products: 'Products',
  cart: 'Carts',
  orders: 'Orders',
  payments: 'Payments',
  notifications: 'Messages',
}

export function serviceName(service: ServiceName): string {
  return SERVICE_NAMES[service]
}
