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

/** The addresses with those of the proxies. */
export function withProxies(proxies: Proxies, bus: BusName, addresses: Addresses): Addresses {
  const broker = brokerIn(bus)
  return {
    ...addresses,
    mongo: { ...addresses.mongo, url: withHostOf(proxies.mongo.url, addresses.mongo.url) },
    [broker]: { ...addresses[broker], url: withHostOf(proxies.broker.url, addresses[broker].url) },
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
