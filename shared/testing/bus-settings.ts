import type { BusName, BusSettings } from '../events/index.ts'
import type { StackFile } from './stack-file.ts'

/** The settings that connect to a stack's brokers as the administrator, by default to those that its services use. */
export function busSettings(
  { bus, nats, jetstream }: StackFile,
  kind: BusName = bus,
): Omit<BusSettings, 'NATS_CLIENT_ID'> {
  return {
    BUS: kind,
    NATS_URL: nats.url,
    NATS_CLUSTER_ID: nats.clusterId,
    JETSTREAM_URL: jetstream.url,
    JETSTREAM_REPLICAS: jetstream.replicas,
    ACK_WAIT_S: 30,
    SUBJECT_PREFIX: '',
  }
}

/** The broker that a stack's services use: its address, the setting that names it, and its process. */
export function brokerOf({ bus, nats, jetstream }: StackFile) {
  return bus === 'jetstream'
    ? ({ setting: 'JETSTREAM_URL', process: 'jetstream', ...jetstream } as const)
    : ({ setting: 'NATS_URL', process: 'nats', ...nats } as const)
}
