import type { OrderReply } from '@shop/shared/contracts'
import { useEffect, useState } from 'react'
import { isFinal } from './order-words.ts'

export interface LiveOrder {
  order: OrderReply
  /** Whether changes come by themselves; without script they do not. */
  connection: 'none' | 'live' | 'lost'
}

/** The order as it is now: what the page came with, then what the shop tells. */
export function useLiveOrder(loaded: OrderReply): LiveOrder {
  const [told, setTold] = useState<OrderReply | null>(null)
  const [connection, setConnection] = useState<LiveOrder['connection']>('none')
  const order =
    told !== null && told.id === loaded.id && told.version > loaded.version ? told : loaded
  const isOver = isFinal(loaded)

  useEffect(() => {
    if (isOver) return undefined
    const source = new EventSource(`/api/orders/${loaded.id}/events`)
    source.addEventListener('open', () => setConnection('live'))
    source.addEventListener('order', ({ data }: MessageEvent<string>) => {
      const latest = JSON.parse(data) as OrderReply
      setTold(latest)
      if (!isFinal(latest)) return
      source.close()
      setConnection('none')
    })
    // The browser connects again by itself.
    source.addEventListener('error', () => setConnection('lost'))
    return () => source.close()
  }, [loaded.id, isOver])

  return { order, connection: isFinal(order) ? 'none' : connection }
}
