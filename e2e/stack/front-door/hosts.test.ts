import { expect, test } from 'bun:test'
import { missingHosts } from './hosts.ts'

test('a host is missing unless it resolves to this machine', () => {
  const own = '127.0.0.1 localhost\n127.0.0.1 ecommerce.local minio.local # shop\n'
  expect(missingHosts(own)).toEqual(['minio-api.local'])
  expect(missingHosts('10.0.0.9 ecommerce.local\n#127.0.0.1 minio.local')).toHaveLength(3)
})
