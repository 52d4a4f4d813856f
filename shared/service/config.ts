import * as v from 'valibot'
import { list, publicKey, required, wholeNumber } from '../config/index.ts'
import { BUSES } from '../events/index.ts'

/** The environment of every service: addresses, keys, and intervals that tests shorten. */
export const serviceConfig = {
  HOST: v.optional(v.string(), '127.0.0.1'),
  PORT: wholeNumber(3000),
  MONGO_URL: required,
  BUS: v.optional(v.picklist(BUSES), 'stan'),
  NATS_URL: v.optional(v.string()),
  NATS_CLUSTER_ID: v.optional(v.string(), 'shop'),
  JETSTREAM_URL: v.optional(v.string()),
  JETSTREAM_REPLICAS: wholeNumber(1),
  NATS_CLIENT_ID: v.pipe(
    required,
    v.regex(/^[\w-]+$/, 'May contain only letters, digits, _ and -'),
  ),
  SUBJECT_PREFIX: v.optional(v.string(), ''),
  JWT_PUBLIC_KEY: publicKey,
  JWT_PUBLIC_KEY_PREVIOUS: v.optional(publicKey),
  PUBLIC_ORIGINS: list,
  LOG_LEVEL: v.optional(v.picklist(['trace', 'debug', 'info', 'warn', 'error', 'silent']), 'info'),
  /** How often the broker is checked for events that it has lost. */
  BROKER_CHECK_MS: wholeNumber(30_000),
  SWEEP_MS: wholeNumber(30_000),
  ACK_WAIT_S: wholeNumber(30),
  /** Multiplies the limits of sessions and addresses; tests and load generators raise it. */
  LIMIT_SCALE: wholeNumber(1),
}

export type ServiceConfig = v.InferOutput<v.ObjectSchema<typeof serviceConfig, undefined>>
