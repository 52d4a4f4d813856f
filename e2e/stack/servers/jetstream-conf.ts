import { PUBLISHED, SERVICES, type ServiceName } from '@shop/shared/contracts'
import type { Passwords } from '../settings/secrets.ts'

const STREAM = 'shop'

/** What every service may ask of JetStream: to create and read the stream, and to consume. Never to change or delete it. */
const API = [
  `STREAM.INFO.${STREAM}`,
  `STREAM.CREATE.${STREAM}`,
  `STREAM.MSG.GET.${STREAM}`,
  `CONSUMER.CREATE.${STREAM}.>`,
  `CONSUMER.INFO.${STREAM}.*`,
  `CONSUMER.MSG.NEXT.${STREAM}.*`,
].map((subject) => `$JS.API.${subject}`)

/**
 * The configuration of a JetStream server. Services trust events, so only the owner may publish them. `admin` is for
 * tests and tools.
 */
export function jetstreamConf(store: string, passwords: Passwords): object {
  const { admin } = passwords
  const users = [
    { user: 'admin', password: admin },
    ...SERVICES.map((name) => ({
      user: name,
      password: passwords[name],
      permissions: {
        publish: [...publishedBy(name), ...API, `$JS.ACK.${STREAM}.>`],
        subscribe: ['_INBOX.>'],
      },
    })),
  ]
  // An acknowledged message is on the disk.
  const jetstream = { store_dir: store, sync_interval: 'always' }
  return { jetstream, authorization: { users } }
}

/** The subjects that a service publishes, with its mark. */
function publishedBy(name: ServiceName): string[] {
  const events = PUBLISHED[name]
  const subjects = events.length === 0 ? [] : [`mark:${name}`, ...events]
  return subjects.map((subject) => `${STREAM}.${subject.replaceAll(':', '.')}`)
}

/** How the members of a cluster find each other, and keep others out. */
export function clusterConf(listen: string, members: string[], { admin }: Passwords): object {
  const authorization = { user: 'member', password: admin }
  const routes = members.map((member) => `nats://member:${admin}@${member}`)
  return { name: STREAM, listen, authorization, routes }
}
