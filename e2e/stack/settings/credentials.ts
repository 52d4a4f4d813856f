import type { ServiceName } from '@shop/shared/contracts'
import { urlAs, databaseUrl, type Addresses } from './addresses.ts'
import type { Secrets } from './secrets.ts'

interface Servers {
  addresses: Pick<Addresses, 'mongo' | 'nats'>
  secrets: Secrets
}

/** The address of a service's database with the service's own user. */
export function databaseOf(name: ServiceName, { addresses, secrets }: Servers): string {
  const { own, url } = addresses.mongo
  if (!own) return databaseUrl(url, name)
  const { protocol, host } = new URL(url)
  return urlAs(`${protocol}//${host}/${name}`, name, secrets.mongo)
}

/** The address of the broker with the service's own user. */
export function brokerOf(name: ServiceName, { addresses, secrets }: Servers): string {
  const { own, url } = addresses.nats
  return own ? urlAs(url, name, secrets.nats) : url
}
