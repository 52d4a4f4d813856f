import { afterEach, expect, test } from 'bun:test'
import { eventually, startProxy } from '@shop/shared/testing'
import { completedOrder, startTestNotifications, type TestNotifications } from '../testing/index.ts'
import { headerOf, startSmtpServer, type Answers } from '../testing/smtp-server.ts'

const stops: (() => unknown)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

async function startWith(answers: Answers, url?: (server: string) => Promise<string>) {
  const server = await startSmtpServer(answers)
  const SMTP_URL = url === undefined ? server.url : await url(server.url)
  const service = await startTestNotifications({ SMTP_URL })
  stops.push(
    () => service.stop(),
    () => server.stop(),
  )
  return { server, service }
}

/** Has a receipt sent; returns its key. */
async function order(service: TestNotifications): Promise<string> {
  const completed = completedOrder([])
  await service.publish('order:completed', completed)
  return `receipt:${completed.id}`
}

/** Waits until a message was tried this often. */
const triedOften = ({ messages }: TestNotifications, _id: string, times: number) =>
  eventually(async () => {
    const found = await messages.findOne({ _id })
    expect(found?.tries).toBeGreaterThanOrEqual(times)
    expect(found?.state).toBe('Queued')
    return found
  })

test.each<[string, Answers]>([
  ['answers 4xx to the recipient', { RCPT: '451 try again later' }],
  ['answers 4xx to the mail', { END: '452 no space' }],
  ['refuses the sender for good', { MAIL: '550 who are you' }],
  ['refuses everybody for good', { EHLO: '554 not today', HELO: '554 not today' }],
])('a mail waits while the server %s, and is sent once afterwards', async (_, answers) => {
  const { server, service } = await startWith(answers)
  const key = await order(service)
  const found = await triedOften(service, key, 2)
  expect(found?.lastError).toContain(Object.values(answers)[0] as string)
  for (const command of Object.keys(answers)) delete server.answers[command as keyof Answers]
  await service.reached(key, 'Sent')
  const ids = server.mails.map((mail) => headerOf(mail, 'Message-ID'))
  expect(new Set(ids).size).toBe(1)
})

test.each<[string, Answers]>([
  ['recipient', { RCPT: '550 no such user' }],
  ['mail', { END: '554 looks like spam' }],
])('a mail whose %s is rejected for good has failed and is not tried again', async (_, answers) => {
  const { service } = await startWith(answers)
  const key = await order(service)
  const { tries, lastError } = await service.reached(key, 'Failed')
  expect(tries).toBe(1)
  expect(lastError).toContain(Object.values(answers)[0] as string)
})

test('a mail waits while the server cannot be reached; the service stays ready', async () => {
  const proxy = await startProxy('smtp://127.0.0.1:1')
  proxy.cut()
  stops.push(() => proxy.stop())
  const { service } = await startWith({}, async () => proxy.url)
  const key = await order(service)
  await triedOften(service, key, 2)
  expect(await service.readiness()).toBe('ok')
})

test('what an outage left is sent when the server is back', async () => {
  let proxy: Awaited<ReturnType<typeof startProxy>> | undefined
  const { server, service } = await startWith({}, async (url) => {
    proxy = await startProxy(url)
    proxy.cut()
    return proxy.url
  })
  const keys = [await order(service), await order(service), await order(service)]
  for (const key of keys) await triedOften(service, key, 1)
  proxy?.mend()
  for (const key of keys) await service.reached(key, 'Sent')
  expect(server.mails).toHaveLength(3)
  proxy?.stop()
})

test('one mail that is stuck holds up no other', async () => {
  const { server, service } = await startWith({ END: null })
  await order(service)
  await eventually(() => expect(server.mails).toHaveLength(1))
  server.answers.END = '250 stored'
  await service.reached(await order(service), 'Sent')
  // The connection of the stuck mail ends with the server: stopping must not wait for it.
  server.stop()
})

test('metrics show how many messages are in which state and how long the oldest waits', async () => {
  const { server, service } = await startWith({ RCPT: '451 try again later' })
  const read = async () => (await service.fetch(new Request('http://x/metrics'))).text()
  const key = await order(service)
  await triedOften(service, key, 1)
  const text = await read()
  expect(text).toContain('messages_unfinished{state="Queued"} 1')
  expect(text).toMatch(/^messages_unfinished_age_seconds\{state="Queued"\} \d/m)
  expect(text).toMatch(/^mail_tries_total\{outcome="unavailable"\} [1-9]/m)
  delete server.answers.RCPT
  await service.reached(key, 'Sent')
  expect(await read()).toMatch(/^mail_delay_seconds_count [1-9]/m)
})
