import { profile, type TestService } from '@shop/shared/testing'

/** Filters of the relay, the check of the broker and the sweepers. */
const BACKGROUND = ['outboxAt', 'lastEventAt', 'moves.0.at', 'isOpened', 'search.edition']

export async function readsOf(service: TestService, work: () => Promise<unknown>) {
  const operations = await profile(service, work)
  return operations.filter(
    ({ op, ns, command: { filter = {} } }) =>
      ns === 'products' &&
      ['query', 'command', 'getmore'].includes(op) &&
      !BACKGROUND.some((path) => path in filter),
  )
}
