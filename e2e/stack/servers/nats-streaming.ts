import { join } from 'node:path'
import { EVENTS_KEPT_MS } from '@shop/shared/contracts'
import { root } from '../settings/paths.ts'
import type { Passwords } from '../settings/secrets.ts'
import type { Shop } from '../shop.ts'
import type { ChildSpec } from '../supervisor/child.ts'
import { responds } from '../system/until.ts'

const SEVERE = /\[(WRN|ERR|FTL)\]/

/** The cluster's broker keeps events as long. */
const KEPT = `${EVENTS_KEPT_MS / 3_600_000}h`

/** NATS Streaming with a file store without limits of size: at one it silently drops the oldest messages. */
export function natsStreaming(
  { data, ports, addresses, secrets }: Shop,
  program: string,
): ChildSpec {
  const { clusterId, monitor } = addresses.nats
  return {
    name: 'nats',
    command: [
      [program, '-cid', clusterId],
      ['-a', '127.0.0.1', '-p', String(ports.nats), '-m', String(ports.natsMonitor)],
      ['-c', join(root, 'k8s/base/nats/nats.conf'), '-store', 'file', '-dir', join(data, 'nats')],
      ['-mm', '0', '-mb', '0', '-ma', KEPT, '-mc', '0'],
      // The default, and what every acknowledgement relies on.
      ['-file_sync=true'],
      ['-hbi', '5s', '-hbt', '5s', '-hbf', '2'],
    ].flat(),
    env: passwords(secrets.nats),
    ready: () => responds(`${monitor}/streaming/serverz`),
    graceMs: 10_000,
    shows: (line) => SEVERE.test(line),
  }
}

/** The passwords under the names of the broker's configuration. */
function passwords({ admin, ...services }: Passwords): Record<string, string> {
  const entries = Object.entries(services).map(([name, password]) => [
    `${name.toUpperCase()}_NATS_PASSWORD`,
    password,
  ])
  return { NATS_ADMIN_PASSWORD: admin, ...Object.fromEntries(entries) }
}
