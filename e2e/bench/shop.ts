import { SERVICES, type ServiceName } from '@shop/shared/contracts'
import { testDatabaseUrl } from '@shop/shared/testing'
import * as v from 'valibot'
import { countJetstreamMessages, countStanMessages } from './counters/broker.ts'

export interface Service {
  url: string
  pid: number
}

/** A running shop as the measurements see it. */
export interface Shop {
  services: Record<Exclude<ServiceName, 'notifications'>, Service> & {
    /** Earlier commits have none. */
    notifications?: Service | undefined
  }
  /** Process ids of the servers below the services. */
  servers: Record<'mongod' | 'broker' | 'sandbox', readonly number[]>
  /** The address of a service's database, as the administrator where there is one. */
  databaseUrl: (service: ServiceName) => string
  /** The number of messages that were ever published. */
  countMessages: () => Promise<number>
  user: { email: string; password: string }
}

const Process = v.object({ pid: v.number() })
/** Of all members; earlier commits have none. */
const Pids = v.optional(v.array(v.number()))
const Service = v.object({ url: v.string(), pid: v.number() })

// Only what is read, because another commit may write less or more.
const Description = v.object({
  services: v.object({
    ...v.entriesFromList(SERVICES, Service),
    notifications: v.optional(Service),
  }),
  mongo: v.objectWithRest({ pid: v.number(), pids: Pids }, v.string()),
  bus: v.optional(v.string()),
  nats: v.object({ pid: v.number(), monitor: v.string() }),
  jetstream: v.optional(v.object({ pids: Pids, monitor: v.string() })),
  sandbox: Process,
  users: v.array(v.object({ email: v.string(), password: v.string(), role: v.string() })),
})

/** Reads the stack file of this or another commit; throws when something needed is missing. */
export function shopOf(stackFile: unknown): Shop {
  const { services, mongo, bus, nats, jetstream, sandbox, users } = v.parse(Description, stackFile)
  const { pid, pids, ...urls } = mongo
  const isJetstream = bus === 'jetstream' && jetstream !== undefined
  const user = users.find(({ role }) => role === 'user')
  if (user === undefined) throw new Error('the shop has no demo user')
  return {
    services,
    servers: {
      mongod: pids ?? [pid],
      broker: isJetstream ? (jetstream.pids ?? []) : [nats.pid],
      sandbox: [sandbox.pid],
    },
    databaseUrl: (service) =>
      testDatabaseUrl(urls['admin'] ?? urls[service] ?? urls['auth'] ?? '', service),
    countMessages: () =>
      isJetstream ? countJetstreamMessages(jetstream.monitor) : countStanMessages(nats.monitor),
    user,
  }
}

/** The process ids of the services by name. */
export const pidsOf = ({ services }: Shop): Record<string, number> =>
  Object.fromEntries(Object.entries(services).map(([name, service]) => [name, service?.pid ?? 0]))
