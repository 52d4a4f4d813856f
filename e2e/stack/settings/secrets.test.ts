import { expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readJson, writePrivate } from '../system/private-file.ts'
import { loadSecrets, type Secrets } from './secrets.ts'

test('keys are kept, and those that a data folder of an earlier version lacks are added', () => {
  const data = mkdtempSync(join(tmpdir(), 'shop-secrets-'))
  const { orderLinkKey: _, ...older } = loadSecrets(data)
  const { notifications: __, ...passwords } = older.nats
  writePrivate(join(data, 'secrets.json'), { ...older, nats: passwords })
  const { orderLinkKey, nats, ...kept } = loadSecrets(data)
  expect(orderLinkKey).toMatch(/^[\da-f]{48}$/)
  expect(nats).toEqual({ ...passwords, notifications: expect.stringMatching(/^p[\da-f]{40}$/) })
  expect(kept).toEqual(expect.objectContaining({ jwtPrivateKey: older.jwtPrivateKey }))
  expect((readJson(join(data, 'secrets.json')) as Secrets).nats).toEqual(nats)
  rmSync(data, { recursive: true })
})
