import { EVENTS } from '@shop/shared/contracts'
import type { Channel } from './facts.ts'

interface Monitored {
  account_details?: { stream_detail?: Stream[] }[]
}

interface Stream {
  name: string
  state: { last_seq: number }
  consumer_detail?: Consumer[]
}

interface Consumer {
  name: string
  config: { filter_subject?: string }
  /** On a cluster: only the leader knows how far it is. */
  cluster?: { leader?: string }
  num_ack_pending: number
  num_pending: number
}

const STREAM = 'shop'
const SERVERS = ['jetstream', 'jetstream-1', 'jetstream-2']

/** Reads the progress of all consumers from the monitors of the JetStream servers, separated by commas. */
export async function readJetstreamChannels(monitors: string): Promise<Channel[]> {
  const streams = await Promise.all(monitors.split(',').map(readStream))
  const lastSeq = Math.max(...streams.map((stream) => stream?.state.last_seq ?? 0))
  const consumers = streams.flatMap((stream, n) =>
    (stream?.consumer_detail ?? []).filter(({ cluster }) => {
      return cluster === undefined || cluster.leader === SERVERS[n]
    }),
  )
  return Object.keys(EVENTS).map((subject) => channelOf(consumers, subject, lastSeq))
}

async function readStream(monitor: string): Promise<Stream | undefined> {
  const response = await fetch(`${monitor}/jsz?streams=true&consumers=true&config=true`)
  if (!response.ok) throw new Error(`the broker's monitor returned ${response.status}`)
  const { account_details = [] } = (await response.json()) as Monitored
  const streams = account_details.flatMap(({ stream_detail = [] }) => stream_detail)
  return streams.find(({ name }) => name === STREAM)
}

function channelOf(consumers: Consumer[], subject: string, lastSeq: number): Channel {
  const filter = `${STREAM}.${subject.replaceAll(':', '.')}`
  const members = consumers
    .filter(({ config }) => config.filter_subject === filter)
    .map(({ name, num_ack_pending, num_pending }) => {
      // `<group>_<subject>`
      const [group = ''] = name.split('_')
      const lastSent = lastSeq - num_pending
      return { group, lastSent, pending: num_ack_pending, isStalled: false }
    })
  return { subject, lastSeq, members }
}
