import { expect, test } from 'bun:test'
import { readStack } from '@shop/shared/testing'
import { createConnection } from 'mongoose'

const NAMES = ['auth', 'products', 'cart', 'orders', 'payments'] as const

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

test.each(NAMES)('%s may read its own database and no other', async (name) => {
  const { mongo } = await readStack()
  expect(await readAs(mongo[name], name)).toBeNull()
  for (const other of [...NAMES, 'admin'].filter((each) => each !== name))
    expect(await readAs(mongo[name], other)).toBe('Unauthorized')
})

test('nothing can be read without a password', async () => {
  const url = new URL((await readStack()).mongo.auth)
  url.username = ''
  url.password = ''
  expect(await readAs(url.href, 'auth')).toBe('Unauthorized')
})
