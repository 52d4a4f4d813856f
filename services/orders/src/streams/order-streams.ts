import type { Log } from '@shop/shared/log'
import { gauge } from '@shop/shared/metrics'
import type { Reader } from '../order-access.ts'
import type { OrderDocument } from '../order-document.ts'
import type { OrderRepository } from '../order-repository.ts'
import { OrderFeed } from './order-feed.ts'
import { Viewers, type Viewer } from './viewers.ts'

const DEFAULTS = {
  heartbeatMs: 15_000,
  pollMs: 1000,
  lifeMs: 600_000,
  perUser: 8,
  inTotal: 1000,
}
export type StreamOptions = typeof DEFAULTS

interface StreamRequest {
  orderId: string
  reader: Reader
  render: (order: OrderDocument) => object
  /** Whether the viewer's session, if any, is still valid. */
  isAllowed: () => boolean
}

export function createOrderStreams(
  orders: OrderRepository,
  log: Log,
  options: Partial<StreamOptions> = {},
) {
  const { heartbeatMs, lifeMs, ...limits } = { ...DEFAULTS, ...options }
  const viewers = new Viewers(orders, limits, log)
  gauge('order_streams', 'Open streams of order events', [], async (set) => set({}, viewers.count))

  async function read(reader: Reader): Promise<OrderDocument | null> {
    try {
      return await reader.read()
    } catch (error) {
      // The next poll finds the missed version.
      log.debug({ error }, 'could not read the followed order')
      return null
    }
  }

  /** Registers the viewer at the first read only: a HEAD request never reads. */
  async function* texts(viewer: Viewer, render: StreamRequest['render']) {
    viewers.add(viewer)
    try {
      for await (const order of viewer.feed.orders())
        yield order === null ? ':\n\n' : eventText(order.version, render(order))
    } finally {
      viewers.remove(viewer)
    }
  }

  return {
    open({ orderId, reader, render, isAllowed }: StreamRequest): ReadableStream<Uint8Array> {
      const source = () => read(reader)
      const feed = new OrderFeed({ read: source, heartbeatMs, lifeMs, isAllowed })
      const viewer = { orderId, userId: reader.viewer, feed }
      return streamOf(texts(viewer, render), () => viewers.remove(viewer))
    },

    endAll: () => viewers.close(),
  }
}

export type OrderStreams = ReturnType<typeof createOrderStreams>

function eventText(id: number, data: object): string {
  return `event: order\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`
}

function streamOf(texts: AsyncGenerator<string>, cancel: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  async function pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const { done, value } = await texts.next()
    if (done === true) controller.close()
    else controller.enqueue(encoder.encode(value))
  }
  return new ReadableStream({ pull, cancel }, { highWaterMark: 0 })
}
