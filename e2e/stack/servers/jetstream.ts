import { join } from 'node:path'
import type { Shop } from '../shop.ts'
import type { ChildSpec } from '../supervisor/child.ts'
import { writePrivate } from '../system/private-file.ts'
import { responds } from '../system/until.ts'
import { jetstreamConf } from './jetstream-conf.ts'

const SEVERE = /\[(WRN|ERR|FTL)\]/

/** One NATS server with JetStream. */
export function jetstream({ data, ports, addresses, secrets }: Shop, program: string): ChildSpec {
  const conf = join(data, 'jetstream.conf')
  writePrivate(conf, jetstreamConf(join(data, 'jetstream'), secrets.nats))
  return {
    name: 'jetstream',
    command: [
      [program, '-c', conf],
      ['-a', '127.0.0.1', '-p', String(ports.jetstream), '-m', String(ports.jetstreamMonitor)],
    ].flat(),
    ready: () => responds(`${addresses.jetstream.monitor}/healthz`),
    graceMs: 10_000,
    shows: (line) => SEVERE.test(line),
  }
}
