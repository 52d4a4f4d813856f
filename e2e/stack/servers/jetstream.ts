import { join } from 'node:path'
import { commandIn, hostOf } from '../network/network.ts'
import { JETSTREAM_MEMBERS, type JetstreamMember } from '../settings/members.ts'
import { jetstreamPorts } from '../settings/ports.ts'
import type { Shop } from '../shop.ts'
import type { ChildSpec } from '../supervisor/child.ts'
import { writePrivate } from '../system/private-file.ts'
import { responds } from '../system/until.ts'
import { clusterConf, jetstreamConf } from './jetstream-conf.ts'

const SEVERE = /\[(WRN|ERR|FTL)\]/

/** One NATS server with JetStream, or the three of a cluster. */
export function jetstreamServers(shop: Shop, program: string): ChildSpec[] {
  const names = JETSTREAM_MEMBERS.slice(0, shop.isReplicated ? 3 : 1)
  return names.map((name) => jetstream(shop, program, name))
}

function jetstream(shop: Shop, program: string, name: JetstreamMember): ChildSpec {
  const { data, secrets, isReplicated, network, ports } = shop
  const { client, monitor } = jetstreamPorts(ports, name)
  const host = hostOf(network, name)
  const conf = join(data, `${name}.conf`)
  const routeOf = (each: JetstreamMember) =>
    `${hostOf(network, each)}:${jetstreamPorts(ports, each).routes}`
  writePrivate(conf, {
    server_name: name,
    ...jetstreamConf(join(data, name), secrets.nats),
    ...(isReplicated && {
      cluster: clusterConf(routeOf(name), JETSTREAM_MEMBERS.map(routeOf), secrets.nats),
    }),
  })
  return {
    name,
    command: commandIn(
      network,
      name,
      [
        [program, '-c', conf],
        ['-a', host, '-p', String(client), '-m', String(monitor)],
      ].flat(),
    ),
    // A member alone has no quorum yet.
    ready: () => responds(`http://${host}:${monitor}/healthz?js-server-only=true`),
    graceMs: 10_000,
    shows: (line) => SEVERE.test(line),
  }
}
