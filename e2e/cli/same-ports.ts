import { join } from 'node:path'
import { choosePorts, type Ports } from '../stack/settings/ports.ts'

/** Free ports as `STACK_PORTS`, for shops of this and of another commit in turn; reserved until this process ends. */
export async function portsOfBoth(otherSources: string): Promise<string> {
  const other = (await import(join(otherSources, 'e2e/stack/settings/ports.ts'))) as {
    DEFAULT_PORTS: Partial<Ports>
  }
  return Object.entries(choosePorts('random'))
    .filter(([name]) => name in other.DEFAULT_PORTS)
    .map(([name, port]) => `${name}=${port}`)
    .join(',')
}
