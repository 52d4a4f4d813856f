import { profile, type TestService } from '@shop/shared/testing'

/** What only the relay, its metrics, the check of the broker and the sweepers look for, at any depth. */
const BACKGROUND = /"(outboxAt|lastEventAt|moves\.0\.at|isOpened|search\.edition)"/

export async function readsOf(service: TestService, work: () => Promise<unknown>) {
  const operations = await profile(service, work)
  return operations.filter(
    ({ op, ns, command: { filter, pipeline } }) =>
      ns === 'products' &&
      ['query', 'command', 'getmore'].includes(op) &&
      !BACKGROUND.test(JSON.stringify([filter, matchedBy(pipeline)])),
  )
}

const matchedBy = (pipeline: unknown = []) =>
  (pipeline as { $match?: object }[]).map(({ $match }) => $match)
