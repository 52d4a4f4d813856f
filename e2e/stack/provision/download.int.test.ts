import { afterAll, beforeEach, expect, test } from 'bun:test'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { messageOf } from '../system/failure.ts'
import { fromArchive } from './download.ts'

const BINARY = '#!/bin/sh\necho version 1\n'
const sha256 = createHash('sha256').update(BINARY).digest('hex')

const root = mkdtempSync(join(tmpdir(), 'shop-download-'))
const server = Bun.serve({
  hostname: '127.0.0.1',
  port: 0,
  fetch: ({ url }) =>
    url.endsWith('/tool.v1') ? new Response(BINARY) : new Response(null, { status: 410 }),
})
let work: string
let folder: string

beforeEach(() => {
  work = mkdtempSync(join(root, 'work-'))
  folder = join(work, 'unpacked')
  mkdirSync(folder)
})

afterAll(async () => {
  await server.stop(true)
  rmSync(root, { recursive: true })
})

const download = (file: string, sum: string) =>
  fromArchive(
    { kind: 'archive', version: '1', url: `${server.url}${file}`, sha256: sum },
    work,
    folder,
  )

test('a release that is the binary itself is put into the folder', async () => {
  await download('tool.v1', sha256)
  expect(readFileSync(join(folder, 'tool.v1'), 'utf8')).toBe(BINARY)
})

test('nothing gets into the folder with another checksum', async () => {
  const problem = await download('tool.v1', 'a'.repeat(64)).catch(messageOf)
  expect(problem).toContain('wrong checksum')
  expect(readdirSync(folder)).toEqual([])
})

test('a release that is no longer published fails at once, so that the next method is tried', async () => {
  expect(await download('gone', sha256).catch(messageOf)).toContain('responded with 410')
})
