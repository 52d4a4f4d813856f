import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandIn, hostOf } from '../network/network.ts'
import { MONGO_MEMBERS, type MongoMember } from '../settings/members.ts'
import type { Shop } from '../shop.ts'
import type { ChildSpec } from '../supervisor/child.ts'
import { acceptsConnections } from '../system/until.ts'
import { SET } from './mongo-set.ts'

const SEVERE = /"s":"[EF]"/

/** A member follows another one 3 s after the one that it followed fell silent, instead of 7. */
const GIVES_UP_SOON = ['--setParameter', 'oplogNetworkTimeoutBufferSeconds=1']

/** One mongod that holds the databases of all services, or the three members of a set that does. */
export function mongods(shop: Shop, program: string): ChildSpec[] {
  return shop.isReplicated
    ? MONGO_MEMBERS.map((name) => member(shop, program, name))
    : [mongod(shop, program, 'mongo', ['--auth'])]
}

/** Members know each other by a key; with it, clients need passwords, too. */
function member(shop: Shop, program: string, name: MongoMember): ChildSpec {
  const keyFile = join(shop.data, 'mongo-key')
  writeFileSync(keyFile, shop.secrets.mongoKey, { mode: 0o600 })
  const options = ['--replSet', SET, '--keyFile', keyFile, '--oplogSize', '512']
  return mongod(shop, program, name, [...options, ...GIVES_UP_SOON])
}

function mongod(
  { data, ports, network }: Shop,
  program: string,
  name: MongoMember,
  options: string[],
): ChildSpec {
  const folder = join(data, name)
  mkdirSync(folder, { recursive: true })
  const host = hostOf(network, name)
  const command = [
    [program, '--dbpath', folder, '--port', String(ports[name]), ...options],
    ['--bind_ip', host, '--nounixsocket', '--wiredTigerCacheSizeGB', '0.25'],
    // Only for writes that do not wait for the journal; the services' do.
    ['--journalCommitInterval', '500'],
    ['--setParameter', 'diagnosticDataCollectionEnabled=false'],
    // The log of slow queries would contain their values: email addresses, password hashes.
    ['--slowOpSampleRate', '0'],
  ]
  return {
    name,
    command: commandIn(network, name, command.flat()),
    ready: () => acceptsConnections(ports[name], host),
    graceMs: 20_000,
    shows: (line) => SEVERE.test(line),
  }
}
