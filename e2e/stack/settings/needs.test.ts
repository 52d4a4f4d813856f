import { afterAll, describe, expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readAddresses } from './addresses.ts'
import { neededPorts, neededTools } from './needs.ts'
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

describe('SeaweedFS takes the place of MinIO', () => {
  const addresses = readAddresses({}, DEFAULT_PORTS, secrets)
  const portsWith = (isTrial: boolean, s3: 'minio' | 'seaweedfs') => {
    const replicas = { services: isTrial, servers: false }
    return Object.keys(neededPorts(DEFAULT_PORTS, addresses, ['nats'], replicas, s3))
  }

  test('among the tools', () => {
    const names = neededTools(addresses, ['nats'], 'seaweedfs')
    expect(names.at(-1)).toBe('weed')
    expect(names).not.toContain('minio')
  })

  test('among the ports, of which only a shop with copies needs those of three volume servers', () => {
    expect(portsWith(false, 'minio').filter((name) => name.startsWith('seaweed'))).toEqual([])
    expect(portsWith(false, 'seaweedfs')).toContain('minio')
    expect(portsWith(false, 'seaweedfs')).not.toContain('minioConsole')
    expect(portsWith(false, 'seaweedfs')).not.toContain('seaweedVolume-1')
    expect(portsWith(true, 'seaweedfs')).toContain('seaweedVolume-2')
  })
})
