import type { Log } from '../log/index.ts'
import { BothBuses } from './both-buses.ts'
import type { BrokerName, EventBus } from './event-bus.ts'
import { JetStreamBus } from './jetstream/jetstream-bus.ts'
import { StanBus } from './stan/stan-bus.ts'

/** Which brokers a shop uses; both only while it moves from one to the other. */
export const BUSES = ['stan', 'stan+jetstream', 'jetstream'] as const
export type BusName = (typeof BUSES)[number]

/** The settings of a bus, named like the environment of a service. */
export interface BusSettings {
  BUS: BusName
  /** Of NATS Streaming. */
  NATS_URL?: string | undefined
  NATS_CLUSTER_ID: string
  /** Stable per replica: brokers recognize a restarted one. */
  NATS_CLIENT_ID: string
  /** Of JetStream: one URL, or those of a cluster, separated by commas. */
  JETSTREAM_URL?: string | undefined
  /** How many servers store the stream. */
  JETSTREAM_REPLICAS: number
  /** Seconds until an unacknowledged message is redelivered; whole seconds only. */
  ACK_WAIT_S: number
  /** Prefix of every subject: keeps parallel tests apart, empty in production. */
  SUBJECT_PREFIX: string
}

/** Connects to the brokers that the settings name; throws when the address of one is missing. */
export function createBus(settings: BusSettings, log: Log): EventBus {
  const buses = settings.BUS.split('+').map((name) => CREATORS[name as BrokerName](settings, log))
  const [first] = buses
  return first !== undefined && buses.length === 1 ? first : new BothBuses(buses)
}

const CREATORS: Record<BrokerName, (settings: BusSettings, log: Log) => EventBus> = {
  stan: (settings, log) =>
    new StanBus({
      ...commonOf(settings, log),
      url: required(settings, 'NATS_URL'),
      clusterId: settings.NATS_CLUSTER_ID,
    }),
  jetstream: (settings, log) =>
    new JetStreamBus({
      ...commonOf(settings, log),
      url: required(settings, 'JETSTREAM_URL'),
      replicas: settings.JETSTREAM_REPLICAS,
    }),
}

function commonOf({ NATS_CLIENT_ID, ACK_WAIT_S, SUBJECT_PREFIX }: BusSettings, log: Log) {
  return { clientId: NATS_CLIENT_ID, ackWaitS: ACK_WAIT_S, prefix: SUBJECT_PREFIX, log }
}

function required(settings: BusSettings, name: 'NATS_URL' | 'JETSTREAM_URL'): string {
  const url = settings[name]
  if (!url) throw new Error(`configuration: ${name}: must be set when BUS is ${settings.BUS}`)
  return url
}
