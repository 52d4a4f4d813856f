import { EVENTS } from '@shop/shared/contracts'
import type { Channel } from './facts.ts'

interface Monitored {
  account_details?: { stream_detail?: Stream[] }[]
}

interface Stream {
  name: string
  state: { last_seq: number }
  consumer_detail?: {
    name: string
    config: { filter_subject?: string }
    num_ack_pending: number
    num_pending: number
  }[]
}

const STREAM = 'shop'

/** Reads the progress of all consumers from the monitor of a JetStream server. */
export async function readJetstreamChannels(monitor: string): Promise<Channel[]> {
  const query = 'streams=true&consumers=true&config=true'
  const response = await fetch(`${monitor}/jsz?${query}`)
  if (!response.ok) throw new Error(`the broker's monitor returned ${response.status}`)
  const { account_details = [] } = (await response.json()) as Monitored
  const streams = account_details.flatMap(({ stream_detail = [] }) => stream_detail)
  const stream = streams.find(({ name }) => name === STREAM)
  if (stream === undefined) return []
  return Object.keys(EVENTS).map((subject) => channelOf(stream, subject))
}

function channelOf({ state, consumer_detail = [] }: Stream, subject: string): Channel {
  const filter = `${STREAM}.${subject.replaceAll(':', '.')}`
  const consumers = consumer_detail.filter(({ config }) => config.filter_subject === filter)
  const members = consumers.map(({ name, num_ack_pending, num_pending }) => {
    // `<group>_<subject>`
    const [group = ''] = name.split('_')
    const lastSent = state.last_seq - num_pending
    return { group, lastSent, pending: num_ack_pending, isStalled: false }
  })
  return { subject, lastSeq: state.last_seq, members }
}
