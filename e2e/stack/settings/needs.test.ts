import { afterAll, expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readAddresses } from './addresses.ts'
import { neededTools } from './needs.ts'
import { DEFAULT_PORTS } from './ports.ts'
import { loadSecrets } from './secrets.ts'

const data = mkdtempSync(join(tmpdir(), 'shop-needs-'))
const secrets = loadSecrets(data)
afterAll(() => rmSync(data, { recursive: true }))

const toolsWith = (env: Record<string, string>) =>
  neededTools(readAddresses(env, DEFAULT_PORTS, secrets))

test('MinIO comes last, because the shop opens without it', () => {
  expect(toolsWith({}).at(-1)).toBe('minio')
})

test('a server from the environment needs no tool', () => {
  const env = { STACK_NATS_URL: 'nats://broker:4222', STACK_MONGO_URL: 'mongodb://db' }
  expect(toolsWith(env)).toEqual(['nginx', 'mkcert', 'maildev', 'minio'])
})
