import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PortName } from '../settings/ports.ts'
import type { Shop } from '../shop.ts'
import type { ChildSpec } from '../supervisor/child.ts'
import { acceptsConnections } from '../system/until.ts'
import { SET } from './mongo-set.ts'

const SEVERE = /"s":"[EF]"/
const MEMBERS = ['mongo', 'mongo-1', 'mongo-2'] as const
type Member = (typeof MEMBERS)[number] & PortName

/** One mongod that holds the databases of all services, or the three members of a set that does. */
export function mongods(shop: Shop, program: string): ChildSpec[] {
  return shop.isReplicated
    ? MEMBERS.map((name) => member(shop, program, name))
    : [mongod(shop, program, 'mongo', ['--auth'])]
}

/** Members know each other by a key; with it, clients need passwords, too. */
function member(shop: Shop, program: string, name: Member): ChildSpec {
  const keyFile = join(shop.data, 'mongo-key')
  writeFileSync(keyFile, shop.secrets.mongoKey, { mode: 0o600 })
  const options = ['--replSet', SET, '--keyFile', keyFile, '--oplogSize', '512']
  return mongod(shop, program, name, options)
}

function mongod(
  { data, ports }: Shop,
  program: string,
  name: Member,
  options: string[],
): ChildSpec {
  const folder = join(data, name)
  mkdirSync(folder, { recursive: true })
  return {
    name,
    command: [
      [program, '--dbpath', folder, '--port', String(ports[name]), ...options],
      ['--bind_ip', '127.0.0.1', '--nounixsocket', '--wiredTigerCacheSizeGB', '0.25'],
      // Only for writes that do not wait for the journal; the services' do.
      ['--journalCommitInterval', '500'],
      ['--setParameter', 'diagnosticDataCollectionEnabled=false'],
      // The log of slow queries would contain their values: email addresses, password hashes.
      ['--slowOpSampleRate', '0'],
    ].flat(),
    ready: () => acceptsConnections(ports[name]),
    graceMs: 20_000,
    shows: (line) => SEVERE.test(line),
  }
}
