import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { SERVICES } from '@shop/shared/contracts'
import type { StackFile } from '@shop/shared/testing'
import { hostsAreSet } from './front-door/hosts.ts'
import { shopUrl } from './front-door/shop-url.ts'
import { usersOf } from './seed/users.ts'
import { databaseOf } from './settings/credentials.ts'
import { JETSTREAM_MEMBERS, MONGO_MEMBERS } from './settings/members.ts'
import type { Shop } from './shop.ts'
import type { ChildState } from './supervisor/supervisor.ts'
import { writePrivate } from './system/private-file.ts'

/** The path of the file that describes a running stack. */
export const stackFilePath = (data: string) => join(data, 'stack.json')

/** Writes the description of the running stack for tests, benchmarks and tools. */
export function writeStackFile(shop: Shop, ca: string, children: readonly ChildState[]): void {
  writePrivate(stackFilePath(shop.data), describe(shop, ca, children))
}

/** Deletes the description when the stack has stopped. */
export function removeStackFile(data: string): void {
  rmSync(stackFilePath(data), { force: true })
}

function describe(shop: Shop, ca: string, children: readonly ChildState[]): StackFile {
  const { addresses, ports, secrets } = shop
  const pidOf = (name: string) => children.find((child) => child.name === name)?.pid ?? 0
  const pidsOf = (names: readonly string[]) => names.map(pidOf).filter((pid) => pid > 0)
  const url = shopUrl(ports)
  const programs = [...SERVICES, 'storefront' as const]
    .filter((name) => pidOf(name) > 0)
    .map((name) => [name, { url: `http://127.0.0.1:${ports[name]}`, pid: pidOf(name) }])
  const databases = SERVICES.map((name) => [name, databaseOf(name, shop)])
  const { own: _ownNats, ...nats } = addresses.nats
  const { own: _ownJetstream, ...jetstream } = addresses.jetstream
  const { own: _ownMinio, ...minio } = addresses.minio
  const { own: _ownStripe, apiUrl, ...stripe } = addresses.stripe
  return {
    url,
    hosts: hostsAreSet(),
    ca,
    services: Object.fromEntries([...programs, ['nginx', { url, pid: pidOf('nginx') }]]),
    mongo: {
      ...Object.fromEntries(databases),
      admin: addresses.mongo.url,
      pid: pidOf('mongo'),
      pids: pidsOf(MONGO_MEMBERS),
    },
    bus: shop.bus,
    nats: { ...nats, pid: pidOf('nats') },
    jetstream: {
      ...jetstream,
      pid: pidOf('jetstream'),
      pids: pidsOf(JETSTREAM_MEMBERS),
      replicas: shop.isReplicated ? 3 : 1,
    },
    minio: { ...minio, pid: pidOf(shop.s3) },
    mail: { ...addresses.mail, pid: pidOf('mailbox') },
    sandbox: { ...stripe, url: apiUrl, pid: pidOf('stripe-sandbox') },
    jwtKey: secrets.jwtPrivateKey,
    linkKeys: { account: secrets.accountLinkKey, order: secrets.orderLinkKey },
    otlp: `http://127.0.0.1:${ports.otlp}`,
    users: usersOf(shop.mode),
  }
}
