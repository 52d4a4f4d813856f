import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readJson, writePrivate } from './private-file.ts'

export interface Secrets {
  jwtKey: string
  stripe: StripeKeys
  minioRoot: KeyPair
  minioProducts: KeyPair
}

export interface StripeKeys {
  secretKey: string
  publishableKey: string
  webhookSecret: string
}

interface KeyPair {
  accessKey: string
  secretKey: string
}

/** The keys of one data folder: made once, kept from then on. */
export function loadSecrets(data: string): Secrets {
  const path = join(data, 'secrets.json')
  const kept = readJson(path)
  if (kept !== undefined) return kept as Secrets
  const secrets = createSecrets()
  writePrivate(path, secrets)
  return secrets
}

function createSecrets(): Secrets {
  return {
    jwtKey: random(32),
    stripe: {
      secretKey: `sk_test_sandbox${random(16)}`,
      publishableKey: `pk_test_sandbox${random(16)}`,
      webhookSecret: `whsec_${random(24)}`,
    },
    minioRoot: { accessKey: `root${random(6)}`, secretKey: random(20) },
    minioProducts: { accessKey: `products${random(4)}`, secretKey: random(20) },
  }
}

const random = (bytes: number) => randomBytes(bytes).toString('hex')
