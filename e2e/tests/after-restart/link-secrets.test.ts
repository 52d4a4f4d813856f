import { beforeAll, expect, test } from 'bun:test'
import { dirname, join } from 'node:path'
import { linkSecret } from '@shop/shared/auth'
import { EVENTS, SERVICES } from '@shop/shared/contracts'
import { readStack, stackPath } from '@shop/shared/testing'
import { withBus } from '../../tools/stack-bus.ts'
import { withDatabases } from '../../tools/stack-databases.ts'

const SECRET = /(?<![\w-])[\w-]{22}(?![\w-])/g

const folder = join(dirname(stackPath()), 'logs')
const logs = [...new Bun.Glob('*.log').scanSync(folder)]
const secrets = new Set<string>()

interface Message {
  kind: string
  to?: string
  data: { id?: string; orderId?: string; orderIds?: string[]; tokenId?: string }
}

/** The secrets of all links that were mailed, whether still valid or not. */
beforeAll(async () => {
  const { account, order } = (await readStack()).linkKeys
  const messages = await withDatabases(['notifications'], ({ notifications }) =>
    notifications.collection<Message>('messages').find().toArray(),
  )
  for (const { kind, to: address = '', data } of messages) {
    const { id, orderId = id, orderIds = [orderId], tokenId } = data
    for (const orderOf of orderIds)
      if (orderOf !== undefined) secrets.add(linkSecret(order, 'order', { id: orderOf, address }))
    if (tokenId !== undefined && (kind === 'reset' || kind === 'verify'))
      secrets.add(linkSecret(account, kind, { id: tokenId, address }))
  }
})

const secretsIn = (text: string) => text.match(SECRET)?.filter((each) => secrets.has(each)) ?? []

test('links were mailed, and requests were logged', async () => {
  expect(secrets.size).toBeGreaterThan(0)
  expect(logs).toEqual(expect.arrayContaining(['nginx.log', 'nginx-access.log']))
  expect(await Bun.file(join(folder, 'nginx-access.log')).text()).toContain('POST /api/users/')
})

test.each(logs)('%s holds no secret of a mailed link', async (name) => {
  expect(secretsIn(await Bun.file(join(folder, name)).text())).toEqual([])
})

test.each(SERVICES)('the database of %s holds no secret of a mailed link', (name) =>
  withDatabases([name], async ({ [name]: database }) => {
    const names = (await database.listCollections()).map((collection) => collection.name)
    // Mongo's own, such as the profile that a test has turned on, are not readable.
    for (const own of names.filter((each) => !each.startsWith('system.')))
      for await (const document of database.collection(own).find())
        expect(secretsIn(JSON.stringify(document))).toEqual([])
  }),
)

test('no event holds a secret of a mailed link', () =>
  withBus(async (bus) => {
    const found: string[] = []
    let events = 0
    const read = (text: string) => {
      events += 1
      found.push(...secretsIn(text))
    }
    await Promise.all(Object.keys(EVENTS).map((subject) => bus.tail(subject, Date.now(), read)))
    expect(events).toBeGreaterThan(0)
    expect(found).toEqual([])
  }))
