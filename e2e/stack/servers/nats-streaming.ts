import { join } from 'node:path'
import type { ChildSpec } from '../child.ts'
import type { Shop } from '../shop.ts'
import { answers } from '../until.ts'

const SEVERE = /\[(WRN|ERR|FTL)\]/

/** The broker with a file store without limits: by default it drops the oldest messages silently. */
export function natsStreaming({ data, ports, tools, addresses }: Shop): ChildSpec {
  const { clusterId, monitor } = addresses.nats
  return {
    name: 'nats',
    command: [
      [tools['nats-streaming-server'] ?? 'nats-streaming-server', '-cid', clusterId],
      ['-a', '127.0.0.1', '-p', String(ports.nats), '-m', String(ports.natsMonitor)],
      ['-store', 'file', '-dir', join(data, 'nats')],
      ['-mm', '0', '-mb', '0', '-ma', '0', '-mc', '0'],
      ['-hbi', '5s', '-hbt', '5s', '-hbf', '2'],
    ].flat(),
    ready: () => answers(`${monitor}/streaming/serverz`),
    graceMs: 10_000,
    shows: (line) => SEVERE.test(line),
  }
}
