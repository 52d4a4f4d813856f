import { describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import { root } from '../../stack/settings/paths.ts'
import { allFailpoints } from '../kit/failpoints.ts'
import { MUTANTS } from '../mutants/mutants.ts'
import { failpointsIn, patchedSource } from './patched-source.ts'

const SOURCE = `async function pay() {
  await hold()
  // failpoint: payments.afterHold
  await capture()
}
`
const FILE = 'services/payments/src/pay.ts'

describe('a trial bundle', () => {
  test('calls each failpoint named in the source', () => {
    const patched = patchedSource(FILE, SOURCE, [])
    expect(patched).toContain('  await failpoint("payments.afterHold");\n')
    expect(patched).toStartWith('import { failpoint } from ')
    expect(failpointsIn(SOURCE)).toEqual(['payments.afterHold'])
  })

  test('equals the source when it has no failpoint and no patch', () => {
    const plain = 'export const one = 1\n'
    const other = { file: FILE, find: 'one', replace: 'two' }
    expect(patchedSource('shared/log/index.ts', plain, [other])).toBe(plain)
  })

  test('applies patches', () => {
    const patch = { file: FILE, find: '  await hold()\n', replace: '' }
    expect(patchedSource(FILE, SOURCE, [patch])).not.toContain('hold()')
  })

  test.each(['release()', 'await'])(
    'fails when a patch does not match exactly once: %s',
    (find) => {
      const patch = { file: FILE, find, replace: '' }
      expect(() => patchedSource(FILE, SOURCE, [patch])).toThrow('must contain once')
    },
  )
})

test('failpoint names are unique', async () => {
  const names = await allFailpoints()
  expect(new Set(names).size).toBe(names.length)
})

test.each(MUTANTS)('the patch still applies to the sources: $rule', async ({ patches }) => {
  for (const patch of patches) {
    const source = await Bun.file(join(root, patch.file)).text()
    expect(patchedSource(patch.file, source, [patch])).not.toBe(source)
  }
})
