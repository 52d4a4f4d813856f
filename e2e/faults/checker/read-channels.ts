import { brokerOf, readStack } from '@shop/shared/testing'
import type { Channel } from './facts.ts'
import { readJetstreamChannels } from './read-jetstream-channels.ts'
import { readStanChannels } from './read-stan-channels.ts'

/** Reads the progress of all consumers from the broker that the services use. */
export async function readChannels(): Promise<Channel[]> {
  const { process, monitor } = brokerOf(await readStack())
  return process === 'jetstream' ? readJetstreamChannels(monitor) : readStanChannels(monitor)
}
