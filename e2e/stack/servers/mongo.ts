import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Shop } from '../shop.ts'
import type { ChildSpec } from '../supervisor/child.ts'
import { acceptsConnections } from '../system/until.ts'

const SEVERE = /"s":"[EF]"/

/** One mongod that holds the databases of all services. */
export function mongod({ data, ports }: Shop, program: string): ChildSpec {
  const folder = join(data, 'mongo')
  mkdirSync(folder, { recursive: true })
  return {
    name: 'mongo',
    command: [
      [program, '--dbpath', folder, '--port', String(ports.mongo)],
      ['--auth', '--bind_ip', '127.0.0.1', '--nounixsocket', '--wiredTigerCacheSizeGB', '0.25'],
      // Only for writes that do not wait for the journal; the services' do.
      ['--journalCommitInterval', '500'],
      ['--setParameter', 'diagnosticDataCollectionEnabled=false'],
      // The log of slow queries would contain their values: email addresses, password hashes.
      ['--slowOpSampleRate', '0'],
    ].flat(),
    ready: () => acceptsConnections(ports.mongo),
    graceMs: 20_000,
    shows: (line) => SEVERE.test(line),
  }
}
