import { afterAll, expect } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBus, type EventBus } from '@shop/shared/events'
import { createLog } from '@shop/shared/log'
import { eventually } from '@shop/shared/testing'
import { createNetwork, removeNetwork } from '../network/lifecycle.ts'
import { readAddresses } from '../settings/addresses.ts'
import { choosePorts } from '../settings/ports.ts'
import { loadSecrets } from '../settings/secrets.ts'
import type { Shop } from '../shop.ts'
import { launch, terminate, type ChildSpec, type Run } from '../supervisor/child.ts'

/** Enough for an election. */
export const LONG_MS = 60_000

/** Connects to the cluster of a replicated shop as the administrator. */
export function busOf({ addresses }: Shop, NATS_CLIENT_ID: string): EventBus {
  const JETSTREAM_URL = addresses.jetstream.url
  const ids = { NATS_CLIENT_ID, NATS_CLUSTER_ID: '', SUBJECT_PREFIX: '', ACK_WAIT_S: 1 }
  const settings = { BUS: 'jetstream', JETSTREAM_URL, JETSTREAM_REPLICAS: 3, ...ids } as const
  return createBus(settings, createLog('test', 'silent'))
}

/** A replicated shop whose servers a test starts by itself, where possible on a network if asked; they stop after its tests. */
export async function replicatedShop({ hasNetwork = false } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'shop-replicated-'))
  const ports = choosePorts('random')
  const secrets = loadSecrets(data)
  const network = hasNetwork ? await createNetwork(data) : undefined
  const addresses = readAddresses({}, ports, secrets, true, network)
  const shop: Shop = {
    mode: 'test',
    data,
    ports,
    secrets,
    addresses,
    bus: 'jetstream',
    isReplicated: true,
    network,
    s3: 'minio',
  }
  const servers: Run[] = []
  const start = async (specs: ChildSpec[]) => {
    for (const spec of specs) servers.push(launch(spec, join(data, `${spec.name}.log`)))
    await eventually(
      async () => expect(await Promise.all(specs.map(({ ready }) => ready()))).not.toContain(false),
      LONG_MS,
    )
  }
  afterAll(async () => {
    await Promise.all(servers.map((server) => terminate(server, 5000)))
    await removeNetwork(data)
    rmSync(data, { recursive: true })
  }, LONG_MS)
  return { shop, start }
}
