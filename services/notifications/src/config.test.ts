import { expect, test } from 'bun:test'
import * as v from 'valibot'
import { notificationsConfig } from './config.ts'

const { SMTP_URL, MAIL_FROM } = notificationsConfig

test.each(['smtp://mailbox:1025', 'smtps://user:password@smtp.example.com:465'])(
  '%s is the address of an SMTP server',
  (url) => expect(v.is(SMTP_URL, url)).toBe(true),
)

test.each(['', 'smtp.example.com', 'https://smtp.example.com', 'smtp://'])(
  '%p is not the address of an SMTP server',
  (url) => expect(v.is(SMTP_URL, url)).toBe(false),
)

test.each(['orders@corner.example', 'Corner <orders@corner.example>'])(
  '%s can be a sender',
  (from) => expect(v.is(MAIL_FROM, from)).toBe(true),
)

test.each([
  '',
  'Corner',
  '<orders@corner.example>',
  'a@b.example, c@d.example',
  'Corner <orders@corner.example>\r\nBcc: x@y.example',
  'Corner\r\nBcc: x <orders@corner.example>',
])('%p cannot be a sender', (from) => expect(v.is(MAIL_FROM, from)).toBe(false))
