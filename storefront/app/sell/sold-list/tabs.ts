import { MAX_SEARCH, type SoldCounts } from '@shop/shared/contracts'

/** The tabs by the status in their address; the first one is shown without any. */
const TABS = [
  ['to-send', 'To send'],
  ['sent', 'Sent'],
  ['returns', 'Returns'],
  ['refunded', 'Refunded'],
  ['failed', 'Failed refunds'],
  ['all', 'All'],
] as const

type Tab = (typeof TABS)[number][0]

export interface SoldList {
  tab: Tab
  q: string
}

export function parseSoldList(params: URLSearchParams): SoldList {
  const q = (params.get('q') ?? '').trim().slice(0, MAX_SEARCH)
  const asked = TABS.find(([tab]) => tab === params.get('status'))?.[0]
  // A search without a tab is one in all orders.
  return { tab: asked ?? (q === '' ? 'to-send' : 'all'), q }
}

export function soldUrl({ tab, q }: SoldList): string {
  const params = new URLSearchParams({
    ...(tab !== 'to-send' && { status: tab }),
    ...(q !== '' && { q, status: tab }),
  })
  return params.size === 0 ? '/sell/orders' : `/sell/orders?${params}`
}

/** Address, name and number of each tab; that of failed refunds only when there are any. */
export function tabsOf(list: SoldList, counts: SoldCounts) {
  const numbers: Record<Tab, number | undefined> = {
    'to-send': counts.toSend,
    sent: counts.sent,
    returns: counts.returns,
    refunded: counts.refunded,
    failed: counts.failed,
    all: undefined,
  }
  return TABS.filter(([tab]) => tab !== 'failed' || counts.failed > 0 || list.tab === 'failed').map(
    ([tab, name]) => [soldUrl({ ...list, tab }), name, numbers[tab]] as const,
  )
}

const EMPTY: Record<Tab, string> = {
  'to-send': 'Nothing to send. New orders appear here, and we email you.',
  sent: 'No parcel is on its way.',
  returns: 'No open returns.',
  refunded: 'Nothing was refunded.',
  failed: 'No refund has failed.',
  all: 'No orders yet. They appear here, with the address to send them to.',
}

export function emptyText({ tab, q }: SoldList): string {
  return q === '' ? EMPTY[tab] : `No order matches “${q}”.`
}
