import type { BusName } from '@shop/shared/events'
import { startProxy } from '@shop/shared/testing'
import type { Addresses } from '../../stack/settings/addresses.ts'
import type { BrokerServer } from '../../stack/settings/needs.ts'
import type { Ports } from '../../stack/settings/ports.ts'

/** Starts a proxy in front of each server of a trial. */
export async function startProxies(ports: Ports, bus: BusName) {
  return {
    mongo: await startProxy(`mongodb://127.0.0.1:${ports.mongo}`),
    broker: await startProxy(`nats://127.0.0.1:${ports[brokerIn(bus)]}`),
    minio: await startProxy(`http://127.0.0.1:${ports.minio}`),
    stripe: await startProxy(`http://127.0.0.1:${ports.sandbox}`),
    smtp: await startProxy(`smtp://127.0.0.1:${ports.smtp}`),
  }
}

export type Proxies = Awaited<ReturnType<typeof startProxies>>

/** The broker that the services of a trial use. */
export const brokerIn = (bus: BusName): BrokerServer => (bus === 'jetstream' ? 'jetstream' : 'nats')

interface Kind {
  bus: BusName
  isReplicated: boolean
}

/** The addresses with those of the proxies; a set and a cluster have none, because clients learn their members. */
export function withProxies(
  proxies: Proxies,
  { bus, isReplicated }: Kind,
  addresses: Addresses,
): Addresses {
  const broker = brokerIn(bus)
  const { mongo, [broker]: own } = addresses
  const lone = () => ({
    mongo: { ...mongo, url: withHostOf(proxies.mongo.url, mongo.url) },
    [broker]: { ...own, url: withHostOf(proxies.broker.url, own.url) },
  })
  return {
    ...addresses,
    ...(isReplicated ? {} : lone()),
    minio: { ...addresses.minio, url: proxies.minio.url },
    stripe: { ...addresses.stripe, apiUrl: proxies.stripe.url },
    mail: { ...addresses.mail, smtp: proxies.smtp.url },
  }
}

/** A server's URL with the proxy's host. */
function withHostOf(proxy: string, server: string): string {
  const url = new URL(server)
  url.host = new URL(proxy).host
  return url.href
}
