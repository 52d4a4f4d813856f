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

/** Reads the progress of all consumers from the monitors of the JetStream servers, separated by commas. */
export async function readJetstreamChannels(monitors: string): Promise<Channel[]> {
  const servers = await Promise.all(monitors.split(',').map(readServer))
  const lastSeq = Math.max(...servers.map(({ stream }) => stream?.state.last_seq ?? 0))
  const consumers = servers.flatMap(({ name, stream }) =>
    (stream?.consumer_detail ?? []).filter(({ cluster }) => {
      return cluster === undefined || cluster.leader === name
    }),
  )
  return Object.keys(EVENTS).map((subject) => channelOf(consumers, subject, lastSeq))
}

async function readServer(monitor: string) {
  const { server_name: name } = await read<{ server_name: string }>(`${monitor}/varz`)
  const query = 'streams=true&consumers=true&config=true'
  const { account_details = [] } = await read<Monitored>(`${monitor}/jsz?${query}`)
  const streams = account_details.flatMap(({ stream_detail = [] }) => stream_detail)
  return { name, stream: streams.find((each) => each.name === STREAM) }
}

async function read<T>(address: string): Promise<T> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`the broker's monitor returned ${response.status}`)
  return (await response.json()) as T
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
