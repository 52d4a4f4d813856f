import { EVENTS } from '@shop/shared/contracts'
import type { Channel } from './facts.ts'

interface Monitored {
  last_seq: number
  subscriptions?: {
    queue_name?: string
    last_sent: number
    pending_count: number
    is_stalled: boolean
  }[]
}

/** Reads the progress of all queue groups from the monitor of NATS Streaming. */
export async function readStanChannels(monitor: string): Promise<Channel[]> {
  const channels = Object.keys(EVENTS).map((subject) => readChannel(monitor, subject))
  return (await Promise.all(channels)).filter((channel) => channel !== null)
}

async function readChannel(monitor: string, subject: string): Promise<Channel | null> {
  const query = new URLSearchParams({ subs: '1', channel: subject })
  const response = await fetch(`${monitor}/streaming/channelsz?${query}`)
  if (response.status === 404) return null
  if (!response.ok)
    throw new Error(`the broker's monitor returned ${response.status} for ${subject}`)
  const { last_seq, subscriptions = [] } = (await response.json()) as Monitored
  const members = subscriptions.flatMap(({ queue_name, last_sent, pending_count, is_stalled }) => {
    // `<durable name>:<group>`; both are the same here.
    const group = queue_name?.split(':')[0]
    return group === undefined
      ? []
      : [{ group, lastSent: last_sent, pending: pending_count, isStalled: is_stalled }]
  })
  return { subject, lastSeq: last_seq, members }
}
