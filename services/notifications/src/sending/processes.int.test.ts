import { expect, test } from 'bun:test'
import { eventually } from '@shop/shared/testing'
import { completedOrder, startTestNotifications, type TestNotifications } from '../testing/index.ts'
import { queued, startProcess } from '../testing/process.ts'
import { headerOf, startSmtpServer } from '../testing/smtp-server.ts'

/** A service that sends nothing by itself, to look at what another process does. */
const startObserver = () => startTestNotifications({ SWEEP_MS: 3_600_000 })

test('a mail whose process dies before it was marked comes again with the same Message-ID after the lease', async () => {
  const [silent, server] = [await startSmtpServer({ END: null }), await startSmtpServer()]
  const first = await startObserver()
  const { child } = await startProcess(first, silent.url)
  const message = queued()
  await first.messages.insertOne(message)
  await eventually(() => expect(silent.mails).toHaveLength(1))
  child.kill('SIGKILL')
  await child.exited
  const left = await first.messages.findOne({ _id: message._id })
  expect(left).toMatchObject({ state: 'Queued', tries: 1 })
  expect(left?.nextAt?.getTime()).toBeGreaterThan(Date.now() + 30_000)

  const { MONGO_URL, SUBJECT_PREFIX } = first.config
  const second = await startTestNotifications({ MONGO_URL, SUBJECT_PREFIX, SMTP_URL: server.url })
  const later = queued()
  await second.messages.insertOne(later)
  await second.reached(later._id, 'Sent')
  expect(server.mails).toHaveLength(1)

  await second.messages.updateOne({ _id: message._id }, { $set: { nextAt: new Date() } })
  await second.reached(message._id, 'Sent')
  expect(server.mails).toHaveLength(2)
  expect(headerOf(server.mails[1], 'Message-ID')).toBe(headerOf(silent.mails[0], 'Message-ID'))
  await second.stop()
  await first.stop()
  silent.stop()
  server.stop()
}, 30_000)

/** Resolves once an event went through broker and database, longer than a process needs that waits for nothing. */
async function isHandled(observer: TestNotifications): Promise<void> {
  const order = completedOrder([], { completedAt: '2026-01-01T00:00:00Z' })
  await observer.publish('order:completed', order)
  await observer.reached(`receipt:${order.id}`, 'Dropped')
}

test('a process that stops finishes the mail that it is sending', async () => {
  const server = await startSmtpServer({ END: null })
  const observer = await startObserver()
  const { child, isListening } = await startProcess(observer, server.url)
  const message = queued()
  await observer.messages.insertOne(message)
  await eventually(() => expect(server.mails).toHaveLength(1))
  child.kill('SIGTERM')
  await eventually(async () => expect(await isListening()).toBe(false))
  await isHandled(observer)
  expect(child.exitCode).toBeNull()
  server.say('250 stored')
  expect(await child.exited).toBe(0)
  expect((await observer.messages.findOne({ _id: message._id }))?.state).toBe('Sent')
  await observer.stop()
  server.stop()
}, 30_000)
