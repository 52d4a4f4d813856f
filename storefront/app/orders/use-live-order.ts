import type { OrderResponse } from '@shop/shared/contracts'
import { useEffect, useState } from 'react'
import { isFinal } from '../ui/order-status.ts'

const RETRY_MS = 5000

export interface LiveOrder {
  order: OrderResponse
  /** Whether changes come by themselves; without script they do not. */
  connection: 'none' | 'live' | 'lost'
}

/** The order as it is now: what the page came with, then what the shop tells. */
export function useLiveOrder(loaded: OrderResponse): LiveOrder {
  const [told, setTold] = useState<OrderResponse | null>(null)
  const [connection, setConnection] = useState<LiveOrder['connection']>('none')
  const order =
    told !== null && told.id === loaded.id && told.version > loaded.version ? told : loaded
  const isOver = isFinal(loaded)

  useEffect(() => {
    if (isOver) return undefined
    let retry: ReturnType<typeof setTimeout> | undefined
    let source = listen()

    function listen(): EventSource {
      const events = new EventSource(`/api/orders/${loaded.id}/events`)
      events.addEventListener('open', () => setConnection('live'))
      events.addEventListener('order', ({ data }: MessageEvent<string>) => {
        const latest = JSON.parse(data) as OrderResponse
        setTold(latest)
        if (!isFinal(latest)) return
        events.close()
        setConnection('none')
      })
      events.addEventListener('error', () => {
        setConnection('lost')
        // A browser comes back by itself after a lost connection, but not after a refusal.
        if (events.readyState === EventSource.CLOSED)
          retry = setTimeout(() => (source = listen()), RETRY_MS)
      })
      return events
    }

    return () => {
      clearTimeout(retry)
      source.close()
    }
  }, [loaded.id, isOver])

  return { order, connection: isFinal(order) ? 'none' : connection }
}
