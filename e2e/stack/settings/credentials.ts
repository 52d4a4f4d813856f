import type { ServiceName } from '@shop/shared/contracts'
import { urlAs, databaseUrl, withoutUser, type Addresses } from './addresses.ts'
import type { Secrets } from './secrets.ts'

interface Servers {
  addresses: Pick<Addresses, 'mongo' | 'nats' | 'jetstream'>
  secrets: Secrets
}

/** The address of a service's database with the service's own user. */
export function databaseOf(name: ServiceName, { addresses, secrets }: Servers): string {
  const { own, url } = addresses.mongo
  if (!own) return databaseUrl(url, name)
  const server = withoutUser(url)
    .replace(/[?&]authSource=admin/, '')
    .replace('/&', '/?')
  return urlAs(databaseUrl(server, name), name, secrets.mongo)
}

/** The address of a broker with the service's own user. */
export function brokerOf(
  broker: 'nats' | 'jetstream',
  name: ServiceName,
  { addresses, secrets }: Servers,
): string {
  const { own, url } = addresses[broker]
  return own ? urlAs(url, name, secrets.nats) : url
}
