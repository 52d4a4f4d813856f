import type { ServiceConfig } from '../service/index.ts'

/** The environment of a second process of a test service, on the same database and subjects. */
export function childEnvironment(config: ServiceConfig): Record<string, string> {
  return {
    PORT: '0',
    PUBLIC_ORIGINS: config.PUBLIC_ORIGINS.join(','),
    MONGO_URL: config.MONGO_URL,
    BUS: config.BUS,
    NATS_URL: config.NATS_URL ?? '',
    NATS_CLUSTER_ID: config.NATS_CLUSTER_ID,
    NATS_CLIENT_ID: `${config.NATS_CLIENT_ID}-child`,
    JETSTREAM_URL: config.JETSTREAM_URL ?? '',
    SUBJECT_PREFIX: config.SUBJECT_PREFIX,
    JWT_PUBLIC_KEY: config.JWT_PUBLIC_KEY,
  }
}
