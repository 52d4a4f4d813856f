import { expect, test } from 'bun:test'
import { readS3 } from './s3-flag.ts'

test('--s3 takes the servers that the runner can start, and names them for another value', () => {
  expect(readS3('seaweedfs')).toBe('seaweedfs')
  expect(() => readS3('ceph')).toThrow('--s3 ceph: unknown; there are minio, seaweedfs')
})
