import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { SERVICES } from '@shop/shared/contracts'
import { readStack } from '@shop/shared/testing'
import { root } from '../../stack/settings/paths.ts'
import { allFailpoints } from '../kit/failpoints.ts'

test.each(SERVICES)('the production bundle of %s contains no failpoint', async (name) => {
  // The running stack was started from these bundles.
  expect((await readStack()).services).toHaveProperty(name)
  const bundle = await Bun.file(join(root, 'services', name, 'build/main.js')).text()
  for (const word of ['failpoint', 'FAILPOINTS', ...(await allFailpoints())])
    expect(bundle).not.toContain(word)
})
