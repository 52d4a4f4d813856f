import { expect, test } from 'bun:test'
import { readServers } from './server-flags.ts'

const DEFAULTS = { bus: 'stan', s3: 'minio', ha: false }

test('servers are chosen by name', () => {
  expect(readServers(DEFAULTS)).toEqual({ bus: 'stan', s3: 'minio', isReplicated: false })
  expect(readServers({ bus: 'jetstream', s3: 'seaweedfs', ha: false })).toEqual({
    bus: 'jetstream',
    s3: 'seaweedfs',
    isReplicated: false,
  })
  expect(readServers({ ...DEFAULTS, ha: true })).toMatchObject({
    bus: 'jetstream',
    isReplicated: true,
  })
})

test.each([
  [{ bus: 'kafka' }, '--bus kafka: unknown; there are stan, stan+jetstream, jetstream'],
  [{ s3: 'ceph' }, '--s3 ceph: unknown; there are minio, seaweedfs'],
])('%p is refused', (flags, message) => {
  expect(() => readServers({ ...DEFAULTS, ...flags })).toThrow(message)
})
