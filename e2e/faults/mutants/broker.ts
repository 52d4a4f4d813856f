import type { Patch } from '../bundling/patched-source.ts'
import { brokerRestored } from '../scenarios/broker/restored.ts'
import { brokerWiped } from '../scenarios/broker/wiped.ts'
import { failpoints } from '../scenarios/failpoints.ts'
import type { Mutant } from './mutant.ts'

/** Republishing would heal what a missing rule loses. */
export const NO_REPUBLISH: Patch = {
  file: 'shared/outbox/broker-check.ts',
  find: 'const since = earlier(missing, stored.republishSince)',
  replace: 'const since = earlier(null, missing === 0 ? stored.republishSince : undefined)',
}

export const BROKER_MUTANTS: readonly Mutant[] = [
  {
    rule: 'an event is removed only after the broker acknowledged it',
    patches: [
      NO_REPUBLISH,
      {
        file: 'shared/outbox/relay.ts',
        find: '    // failpoint: relay.beforePublish\n',
        replace:
          '    await this.#acknowledgements.add(source, idOf(document), entry.id)\n    // failpoint: relay.beforePublish\n',
      },
    ],
    scenario: failpoints,
    amount: 1,
  },
  {
    rule: 'a broker that lost its store gets its events again',
    patches: [NO_REPUBLISH],
    scenario: brokerWiped,
    amount: 2,
  },
  {
    rule: 'a new connection gets what came after the mark',
    patches: [
      {
        file: 'shared/outbox/broker-check.ts',
        find: '{ now, isNewConnection, ...WINDOW }',
        replace: '{ now, isNewConnection: false, ...WINDOW }',
      },
    ],
    scenario: brokerRestored,
    amount: 4,
  },
]
