import type { Breach } from './storefront-breaches.ts'

/** A breach of each import rule between folders of e2e. */
export const E2E_BREACHES: Breach[] = [
  [
    'a runner that imports the command line',
    'e2e/stack/command-line.ts',
    'no-restricted-imports',
    `import { cli } from '../cli/cli.ts'\n\ncli()\n`,
  ],
  [
    'a folder of the runner that imports fault injection',
    'e2e/stack/servers/faults.ts',
    'no-restricted-imports',
    `import { check } from '../../faults/checker/check.ts'\n\ncheck()\n`,
  ],
  [
    'a runner that imports fixtures of tests',
    'e2e/stack/fixtures.int.test.ts',
    'no-restricted-imports',
    `import { pay } from '../fixtures/checkout.ts'\n\npay()\n`,
  ],
  [
    'a benchmark that imports the command line',
    'e2e/bench/command-line.ts',
    'no-restricted-imports',
    `import { cli } from '../cli/cli.ts'\n\ncli()\n`,
  ],
  [
    'a test of manifests that imports the command line',
    'k8s/test/command-line.ts',
    'no-restricted-imports',
    `import { cli } from '../../e2e/cli/cli.ts'\n\ncli()\n`,
  ],
]
