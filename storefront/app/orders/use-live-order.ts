import { isSettled, type OrderResponse } from '@shop/shared/contracts'
import { useEffect, useState } from 'react'

const RETRY_MS = 5000

export interface LiveOrder {
  order: OrderResponse
  /** Whether updates arrive automatically; never without script. */
  connection: 'none' | 'live' | 'lost'
}

/** The loaded order, kept up to date by server-sent events. */
export function useLiveOrder(loaded: OrderResponse): LiveOrder {
  const [latest, setLatest] = useState<OrderResponse | null>(null)
  const [connection, setConnection] = useState<LiveOrder['connection']>('none')
  const order =
    latest !== null && latest.id === loaded.id && latest.version > loaded.version ? latest : loaded
  const isDone = isSettled(loaded)

  useEffect(() => {
    if (isDone) return undefined
    let retry: ReturnType<typeof setTimeout> | undefined
    let source = listen()

    function listen(): EventSource {
      const events = new EventSource(`/api/orders/${loaded.id}/events`)
      events.addEventListener('open', () => setConnection('live'))
      events.addEventListener('order', ({ data }: MessageEvent<string>) => {
        const update = JSON.parse(data) as OrderResponse
        setLatest(update)
        if (!isSettled(update)) return
        events.close()
        setConnection('none')
      })
      events.addEventListener('error', () => {
        setConnection('lost')
        // EventSource reconnects after a lost connection, but not after an error status.
        if (events.readyState === EventSource.CLOSED)
          retry = setTimeout(() => (source = listen()), RETRY_MS)
      })
      return events
    }

    return () => {
      clearTimeout(retry)
      source.close()
    }
  }, [loaded.id, isDone])

  return { order, connection: isSettled(order) ? 'none' : connection }
}
