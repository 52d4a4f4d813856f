import { expect, test } from 'bun:test'
import { SERVICES } from '@shop/shared/contracts'
import { readStack } from '@shop/shared/testing'
import { createConnection } from 'mongoose'

/** Mongo's error for reading a database other than the user's own. */
async function readAs(url: string, database: string): Promise<unknown> {
  const connection = await createConnection(url).asPromise()
  try {
    return await connection
      .useDb(database)
      .collection('users')
      .findOne({ _id: 'x' as never })
  } catch (error) {
    return (error as { codeName?: string }).codeName
  } finally {
    await connection.close()
  }
}

test.each(SERVICES)('%s may read its own database and no other', async (name) => {
  const { mongo } = await readStack()
  expect(await readAs(mongo[name], name)).toBeNull()
  for (const other of [...SERVICES, 'admin'].filter((each) => each !== name))
    expect(await readAs(mongo[name], other)).toBe('Unauthorized')
})

test('nothing can be read without a password', async () => {
  const url = new URL((await readStack()).mongo.auth)
  url.username = ''
  url.password = ''
  expect(await readAs(url.href, 'auth')).toBe('Unauthorized')
})
