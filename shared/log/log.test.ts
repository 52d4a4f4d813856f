import { expect, test } from 'bun:test'

/** The lines logged by a separate process. */
function logged(code: string): string {
  const child = Bun.spawnSync([
    process.execPath,
    '-e',
    `const { createLog } = await import('${import.meta.dir}/index.ts')
     const log = createLog('test')
     ${code}`,
  ])
  return child.stdout.toString()
}

const NAMES = ['password', 'token', 'jwt', 'secret', 'client_secret', 'authorization', 'set-cookie']

test('secrets are removed from the first four levels', () => {
  const fields = JSON.stringify(Object.fromEntries(NAMES.map((name) => [name, 'hidden'])))
  const text = logged(`
    const secret = ${fields}
    log.info({ ...secret, one: { ...secret, two: { ...secret, three: { ...secret } } } }, 'line')`)
  expect(text).toContain('"msg":"line"')
  expect(text).not.toContain('hidden')
})

test('an error is logged with its name, message, stack, code and cause, without other properties', () => {
  const text = logged(`
    const error = Object.assign(new TypeError('no answer', { cause: new Error('refused') }), {
      code: 'ECONNREFUSED',
      config: { headers: { authorization: 'hidden' } },
      payment_intent: { client_secret: 'hidden' },
      raw: 'hidden',
    })
    log.error({ error }, 'failed')
    log.error({ error: 'a text' }, 'thrown')`)
  const [first, second] = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(first.error).toMatchObject({
    name: 'TypeError',
    message: 'no answer',
    code: 'ECONNREFUSED',
    cause: { message: 'refused' },
  })
  expect(first.error.stack).toContain('TypeError')
  expect(text).not.toContain('hidden')
  expect(second.error).toEqual({ message: 'a text' })
})
