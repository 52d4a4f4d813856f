import { expect, test } from 'bun:test'
import { eventually } from '@shop/shared/testing'
import { composeExample } from '../testing/compose-example.ts'
import { headerOf, startSmtpServer } from '../testing/smtp-server.ts'
import { Smtp } from './smtp.ts'

const FROM = 'Corner <orders@corner.example>'

test('an aborted try closes its connection', async () => {
  const server = await startSmtpServer({ END: null })
  const smtp = new Smtp(server.url, FROM)
  const aborting = new AbortController()
  const outcome = smtp.send(composeExample('find'), aborting.signal)
  await eventually(() => expect(server.mails).toHaveLength(1))
  aborting.abort()
  expect((await outcome).is).toBe('unavailable')
  await eventually(() => expect(server.connections()).toBe(0))
  smtp.close()
  server.stop()
})

test('no words of people reach the headers but as part of the subject', async () => {
  const server = await startSmtpServer()
  const smtp = new Smtp(server.url, FROM)
  const shop = 'Évil\r\nBcc: everybody@evil.example\r\n\r\nbody'
  await smtp.send(composeExample('parcel-sent', undefined, shop), AbortSignal.timeout(5000))
  const [head = ''] = server.mails[0]?.split('\n\n') ?? []
  const names = [...head.matchAll(/^([\w-]+):/gm)].map(([, name]) => name)
  expect(names).toEqual([
    'Auto-Submitted',
    'From',
    'To',
    'Subject',
    'Message-ID',
    'Date',
    'MIME-Version',
    'Content-Type',
  ])
  expect(headerOf(head, 'From')).toBe(FROM)
  smtp.close()
  server.stop()
})
