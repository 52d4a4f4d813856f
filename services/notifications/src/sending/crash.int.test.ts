import { expect, test } from 'bun:test'
import { eventually } from '@shop/shared/testing'
import type { MessageDocument } from '../message-document.ts'
import { completedOrder, startTestNotifications, type TestNotifications } from '../testing/index.ts'
import { headerOf, startSmtpServer } from '../testing/smtp-server.ts'

/** The service as a separate process on the same database and subjects. */
function startProcess({ config }: TestNotifications, SMTP_URL: string) {
  return Bun.spawn([process.execPath, `${import.meta.dir}/../main.ts`], {
    env: {
      PORT: '0',
      SMTP_URL,
      MAIL_FROM: config.MAIL_FROM,
      PUBLIC_ORIGINS: config.PUBLIC_ORIGINS.join(','),
      NATS_CLIENT_ID: `${config.NATS_CLIENT_ID}-child`,
      MONGO_URL: config.MONGO_URL,
      NATS_URL: config.NATS_URL,
      NATS_CLUSTER_ID: config.NATS_CLUSTER_ID,
      SUBJECT_PREFIX: config.SUBJECT_PREFIX,
      JWT_PUBLIC_KEY: config.JWT_PUBLIC_KEY,
      ORDER_LINK_KEY: config.ORDER_LINK_KEY,
      ACCOUNT_LINK_KEY: config.ACCOUNT_LINK_KEY,
      SWEEP_MS: '100',
    },
    stdout: 'ignore',
    stderr: 'inherit',
  })
}

/** A receipt that no process was woken for. */
function queued(): MessageDocument {
  const { email = '', ...data } = completedOrder([])
  const fields = { kind: 'receipt', to: email, data, state: 'Queued', tries: 0 } as const
  return { _id: `receipt:${data.id}`, ...fields, queuedAt: new Date(), nextAt: new Date() }
}

test('a mail whose process dies before it was marked comes again with the same Message-ID after the lease', async () => {
  const [silent, server] = [await startSmtpServer({ END: null }), await startSmtpServer()]
  const first = await startTestNotifications({ SWEEP_MS: 3_600_000 })
  const child = startProcess(first, silent.url)
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
