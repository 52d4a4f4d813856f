import { describe, expect, test } from 'bun:test'
import { newPrivateKey } from './keys.ts'
import { signToken } from './session.ts'
import { bearer, createTestApp, key, previousKey, rejected, sub } from './test-sessions.ts'

const now = Math.floor(Date.now() / 1000)

describe('during a key rotation', () => {
  test('tokens of the previous key are accepted, new ones use the new key', async () => {
    const { read, start } = createTestApp({ previousKey: previousKey })
    expect((await read(await signToken(bearer, previousKey))).session).toMatchObject({ sub })
    expect((await read(await signToken(bearer, key))).session).toMatchObject({ sub })
    const fresh = /^session=([^;]+)/.exec(await start())?.[1] ?? ''
    expect((await createTestApp().read(fresh)).session).toMatchObject({ sub })
  })

  test('only the current and the configured previous key are accepted', async () => {
    const old = await signToken(bearer, previousKey)
    expect(await createTestApp().read(old)).toEqual(rejected)
    const third = await signToken(bearer, newPrivateKey())
    expect(await createTestApp({ previousKey: previousKey }).read(third)).toEqual(rejected)
  })
})

test('a token is valid for 12 hours, but no longer than 7 days after the session began', async () => {
  const { read } = createTestApp()
  const expiryOf = async (auth_time: number) =>
    (await read(await signToken({ ...bearer, auth_time }, key))).session?.exp ?? 0
  expect(Math.abs((await expiryOf(now)) - (now + 12 * 3600))).toBeLessThan(60)
  const start = now - 7 * 24 * 3600 + 600
  expect(await expiryOf(start + 0.5)).toBe(start + 7 * 24 * 3600)
})
