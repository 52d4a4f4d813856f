import { expect, test } from 'bun:test'
import { EventEmitter } from 'node:events'
import { createLog } from '../../log/index.ts'
import { consume } from './consume.ts'

// A busy broker delivers messages before the subscription's response, which a test cannot provoke.
test('a message that arrives before the subscription is ready is handled and acknowledged once it is', async () => {
  const subscription = new EventEmitter()
  const options = new Proxy({}, { get: () => () => options })
  const stan = { subscriptionOptions: () => options, subscribe: () => subscription }
  const happened: string[] = []
  const working = new Set<Promise<void>>()
  const handle = async ({ text }: { text: string }) => void happened.push(text)
  const log = createLog('test', 'silent')
  const consumer = { subject: 'news', group: 'readers', ackWaitS: 1, isOpen: () => true, log }
  consume(stan as never, { ...consumer, handle }, working)
  const message = (text: string) => ({
    getData: () => text,
    getRedeliveryCount: () => 0,
    ack: () => happened.push(`${text} acknowledged`),
  })
  subscription.emit('message', message('early'))
  expect(happened).toEqual([])
  subscription.emit('ready')
  subscription.emit('message', message('later'))
  await Promise.all(working)
  expect(happened.toSorted()).toEqual([
    'early',
    'early acknowledged',
    'later',
    'later acknowledged',
  ])
})
