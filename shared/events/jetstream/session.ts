import {
  DiscardPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  RetentionPolicy,
  StorageType,
  jetstream,
  jetstreamManager,
  type JetStreamClient,
  type JetStreamManager,
  type StreamInfo,
} from '@nats-io/jetstream'
import type { NatsConnection } from '@nats-io/transport-node'
import { EVENTS_KEPT_MS } from '../../contracts/index.ts'
import { hearsMajority } from './majority.ts'
import type { Names } from './names.ts'

/** A connection on which the stream has responded. */
export interface Opened {
  jetstream: JetStreamClient
  manager: JetStreamManager
  names: Names
  replicas: number
  /** Names the stream and the reign of its leader: another one may lack the newest messages. */
  store: string
  /** What `store` would be now. Throws while the stream does not respond, or its leader is cut off. */
  readStore: () => Promise<string>
}

export interface Session extends Opened {
  /** Aborted when the session is lost. */
  signal: AbortSignal
  /** Ends the session, so that a new one is opened. */
  lose: (why: unknown) => void
  /** The same, on another server of the cluster: this one may be cut off from the others. */
  leave: (why: unknown) => void
}

/** Asked again soon: while a leader is elected, nobody responds. */
const TIMEOUT_MS = 2000

/** Opens a session on a connection: creates the stream if there is none. Throws while the stream does not respond. */
export async function openSession(
  connection: NatsConnection,
  names: Names,
  replicas: number,
): Promise<Opened> {
  const options = { timeout: TIMEOUT_MS, checkAPI: false }
  const manager = await jetstreamManager(connection, options)
  const { streams } = manager
  await openStream(manager, names, replicas)
  const readStore = async () => storeOf(await streams.info(names.stream))
  const store = await readStore()
  return { jetstream: jetstream(connection, options), manager, names, replicas, store, readStore }
}

/** Whether the stream itself is gone, so that it must be created again. */
export const isStreamGone = (error: unknown) =>
  error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound

function storeOf({ created, cluster }: StreamInfo): string {
  if (!hearsMajority(cluster)) throw new Error('the leader of the stream hears no majority')
  return [created, cluster?.leader, cluster?.leader_since].join(' ')
}

async function openStream({ streams }: JetStreamManager, { stream, all }: Names, replicas: number) {
  try {
    await streams.info(stream)
  } catch (error) {
    if (!isStreamGone(error)) throw error
    await streams.add({
      name: stream,
      subjects: [all],
      storage: StorageType.File,
      retention: RetentionPolicy.Limits,
      max_age: EVENTS_KEPT_MS * 1_000_000,
      // A full stream refuses new messages instead of dropping old ones that nobody has handled.
      discard: DiscardPolicy.New,
      num_replicas: replicas,
      // A follower may lag behind; what was lost is asked of the leader.
      allow_direct: false,
    })
  }
}
