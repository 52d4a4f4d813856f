import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { newPrivateKey } from '@shop/shared/auth'
import { SERVICES, type ServiceName } from '@shop/shared/contracts'
import { readJson, writePrivate } from '../system/private-file.ts'

export interface Secrets {
  /** Signs sessions. */
  jwtPrivateKey: string
  /** For the secrets of mailed links. */
  accountLinkKey: string
  orderLinkKey: string
  stripe: StripeKeys
  minioRoot: KeyPair
  minioProducts: KeyPair
  /** Signs what SeaweedFS's processes ask of each other. */
  seaweedKey: string
  /** Passwords for Mongo and the broker, by user. */
  mongo: Passwords
  /** By which the members of a set know each other. */
  mongoKey: string
  nats: Passwords
}

export type Passwords = Record<ServiceName | 'admin', string>

export interface StripeKeys {
  secretKey: string
  publishableKey: string
  webhookSecret: string
}

interface KeyPair {
  accessKey: string
  secretKey: string
}

/** Loads the keys of a data folder and generates the missing ones. */
export function loadSecrets(data: string): Secrets {
  const path = join(data, 'secrets.json')
  const kept = readJson(path) as Partial<Secrets> | undefined
  // A data folder of an earlier version lacks newer keys, and the passwords of newer services.
  const created = createSecrets()
  const secrets = {
    ...created,
    ...kept,
    mongo: { ...created.mongo, ...kept?.mongo },
    nats: { ...created.nats, ...kept?.nats },
  }
  writePrivate(path, secrets)
  return secrets
}

function createSecrets(): Secrets {
  return {
    jwtPrivateKey: newPrivateKey(),
    accountLinkKey: random(24),
    orderLinkKey: random(24),
    stripe: {
      secretKey: `sk_test_sandbox${random(16)}`,
      publishableKey: `pk_test_sandbox${random(16)}`,
      webhookSecret: `whsec_${random(24)}`,
    },
    minioRoot: { accessKey: `root${random(6)}`, secretKey: random(20) },
    seaweedKey: random(32),
    minioProducts: { accessKey: `products${random(4)}`, secretKey: random(20) },
    mongo: passwords(),
    mongoKey: random(32),
    nats: passwords(),
  }
}

// The broker's configuration would parse a leading digit as a number.
const passwords = () =>
  Object.fromEntries(['admin', ...SERVICES].map((name) => [name, `p${random(20)}`])) as Passwords

const random = (bytes: number) => randomBytes(bytes).toString('hex')
