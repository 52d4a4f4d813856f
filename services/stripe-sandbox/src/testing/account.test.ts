import { expect, test } from 'bun:test'
import { join } from 'node:path'

const SECRET = '4eC39HqLyjWDarjt'

test.each(['sk_live_', 'rk_test_', 'whsec_'])(
  'rejects a test key that starts with %s, without printing it',
  async (prefix) => {
    const file = join(import.meta.dir, '../api/refunds.test.ts')
    const child = Bun.spawn([process.execPath, 'test', file], {
      env: { PATH: '/usr/bin', STRIPE_TEST_KEY: prefix + SECRET },
      stdout: 'pipe',
      stderr: 'pipe',
    })
    const outputs = [new Response(child.stdout).text(), new Response(child.stderr).text()]
    const output = (await Promise.all(outputs)).join('')
    expect(await child.exited).toBe(1)
    expect(output).toContain('configuration: STRIPE_TEST_KEY')
    expect(output).not.toContain(SECRET)
  },
)
