import { join } from 'node:path'
import type { PortName, Ports } from '../settings/ports.ts'
import type { Shop } from '../shop.ts'
import type { ChildSpec } from '../supervisor/child.ts'
import { writePrivate } from '../system/private-file.ts'
import { responds } from '../system/until.ts'
import { clusterConf, jetstreamConf } from './jetstream-conf.ts'

const SEVERE = /\[(WRN|ERR|FTL)\]/
const NUMBERS = ['', '-1', '-2'] as const
type Number = (typeof NUMBERS)[number]

/** One NATS server with JetStream, or the three of a cluster. */
export function jetstreamServers(shop: Shop, program: string): ChildSpec[] {
  if (!shop.isReplicated) return [jetstream(shop, program)]
  return NUMBERS.map((number) => jetstream(shop, program, number))
}

/** One NATS server; as the member of a cluster, it has a number. */
function jetstream(shop: Shop, program: string, number: Number = ''): ChildSpec {
  const { data, secrets, isReplicated } = shop
  const name = `jetstream${number}` as const
  const { client, monitor, routes } = portsOf(shop.ports, number)
  const conf = join(data, `${name}.conf`)
  const members = NUMBERS.map((each) => portsOf(shop.ports, each).routes)
  writePrivate(conf, {
    server_name: name,
    ...jetstreamConf(join(data, name), secrets.nats),
    ...(isReplicated && { cluster: clusterConf(routes, members, secrets.nats) }),
  })
  return {
    name,
    command: [
      [program, '-c', conf],
      ['-a', '127.0.0.1', '-p', String(client), '-m', String(monitor)],
    ].flat(),
    // A member alone has no quorum yet.
    ready: () => responds(`http://127.0.0.1:${monitor}/healthz?js-server-only=true`),
    graceMs: 10_000,
    shows: (line) => SEVERE.test(line),
  }
}

function portsOf(ports: Ports, number: Number) {
  const port = (name: 'jetstream' | 'jetstreamMonitor' | 'jetstreamRoutes') =>
    ports[`${name}${number}` as PortName]
  return {
    client: port('jetstream'),
    monitor: port('jetstreamMonitor'),
    routes: port('jetstreamRoutes'),
  }
}
