import { expect, test } from 'bun:test'
import { readStack } from '@shop/shared/testing'
import { createConnection } from 'mongoose'

const NAMES = ['auth', 'products', 'cart', 'orders', 'payments'] as const

/** What the server says to a read of another database than the address names. */
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

test('nobody reads anything without a password', async () => {
  const url = new URL((await readStack()).mongo.auth)
  url.username = ''
  url.password = ''
  expect(await readAs(url.href, 'auth')).toBe('Unauthorized')
})
