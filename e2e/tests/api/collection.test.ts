import { expect, test } from 'bun:test'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readStack } from '@shop/shared/testing'
import { COLLECTION, collectionText } from '../../api/collection.ts'

const NEWMAN = fileURLToPath(import.meta.resolve('newman/bin/newman.js'))

test('the Postman collection is what `bun run api:collection` writes', async () => {
  expect(await Bun.file(COLLECTION).text()).toBe(collectionText())
})

test('newman runs the end-to-end folder of the collection', async () => {
  const { url, ca } = await readStack()
  const options = ['--folder', 'End to end', '--env-var', `baseUrl=${url}`]
  const newman = Bun.spawn(
    [process.execPath, '--bun', NEWMAN, 'run', COLLECTION, ...options, '--ssl-extra-ca-certs', ca],
    { cwd: dirname(COLLECTION), stdout: 'inherit', stderr: 'inherit' },
  )
  expect(await newman.exited).toBe(0)
})
