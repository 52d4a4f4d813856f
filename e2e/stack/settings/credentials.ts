import type { ServiceName } from '../servers/services.ts'
import { asUser, databaseUrl, type Addresses } from './addresses.ts'
import type { Secrets } from './secrets.ts'

interface Servers {
  addresses: Pick<Addresses, 'mongo' | 'nats'>
  secrets: Secrets
}

/** A service's own database, as the service may use it. */
export function databaseOf(name: ServiceName, { addresses, secrets }: Servers): string {
  const { own, url } = addresses.mongo
  if (!own) return databaseUrl(url, name)
  const { protocol, host } = new URL(url)
  return asUser(`${protocol}//${host}/${name}`, name, secrets.mongo)
}

/** The broker, as a service may use it. */
export function brokerOf(name: ServiceName, { addresses, secrets }: Servers): string {
  const { own, url } = addresses.nats
  return own ? asUser(url, name, secrets.nats) : url
}
