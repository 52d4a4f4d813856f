import { expect, test } from 'bun:test'
import { linkSecret } from '@shop/shared/auth'
import { composeExample, KEYS } from '../testing/compose-example.ts'
import { IDS, KINDS, WORDS } from '../testing/messages.ts'

const address = 'ana@example.com'
const orderSecret = linkSecret(KEYS.orderKey, 'order', { id: IDS.order, address })
const ORDER = `https://corner.example/orders/${IDS.order}#${orderSecret}`
const SOLD = `https://corner.example/sell/orders/${IDS.order}`
const PRODUCT = `https://corner.example/sell/products/${'d'.repeat(24)}`
const accountLink = (purpose: 'reset' | 'verify') =>
  `https://corner.example/auth/${purpose}#${IDS.token}.${linkSecret(KEYS.accountKey, purpose, { id: IDS.token, address })}`

/** By kind: the subject, and what both versions must say. */
const EXPECTED: Record<string, [subject: string, ...facts: string[]]> = {
  receipt: [
    'Your receipt for order 9PNU-VW',
    'Teapot, raspberry glaze',
    '$215.00',
    'Visa ending 4242',
    'Nov 23, 2026, 9:42 AM EST',
    'Portland, ME 04101',
    'United States',
    'Give something back',
    ORDER,
  ],
  sold: [
    'New order 9PNU-VW: send by November 25',
    '$96.00',
    'Wednesday, November 25',
    'November 26',
    SOLD,
  ],
  'order-cancelled': ['Order 9PNU-VW is canceled', 'sold out', 'released the hold', ORDER],
  'parcel-sent': [
    'Mara Lind Ceramics sent your parcel',
    'UPS on Nov 24',
    'https://www.ups.com/track?tracknum=1Z999AA10123456784',
    'Second Spin sends the rest',
    'December 8',
    ORDER,
  ],
  'cannot-send': ['Part of order 9PNU-VW can’t be sent', 'Mara Lind Ceramics', ORDER],
  'parcel-cancelled': ['Don’t send order 9PNU-VW', 'send this parcel', SOLD],
  'return-asked': ['Return requested for order 9PNU-VW', 'damaged', 'December 1', 'Thanks!', SOLD],
  'return-received': ['We have your return request for 9PNU-VW', '7 days', ORDER],
  'return-accepted': ['Your return of order 9PNU-VW is accepted', 'Thanks!', ORDER],
  'return-refused': ['Your return of order 9PNU-VW is refused', 'Thanks!', ORDER],
  'refund-made': ['You got $42.00 back for order 9PNU-VW', 'back on your card', ORDER],
  'refund-failed': ['Your refund for order 9PNU-VW is delayed', '$42.00', ORDER],
  'refund-failed-seller': ['A refund for order 9PNU-VW failed', '$42.00', 'try again', SOLD],
  verify: ['Confirm your email address', accountLink('verify')],
  reset: ['Choose a new password', 'Nov 24, 2026, 6:00 AM EST', accountLink('reset')],
  'password-changed': ['Your password was changed', 'https://corner.example/auth/forgot'],
  blocked: ['Your account was blocked', 'https://corner.example/contact'],
  'product-hidden': [
    'One of your products was hidden',
    'Teapot, raspberry glaze',
    'Thanks!',
    'appeal once',
    PRODUCT,
  ],
  'product-shown': ['Your product is shown again', 'Teapot, raspberry glaze', 'Thanks!', PRODUCT],
  find: ['The links to your orders', ORDER],
}

/** What a reader of the HTML sees, with the addresses of its links. */
function readable(html: string): string {
  return html
    .replaceAll(/href="([^"]*)"[^>]*>/g, '>$1 ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
}

test.each(KINDS)('%s says what it must as HTML and as text', (kind) => {
  const [subject, ...facts] = EXPECTED[kind] ?? ['']
  const mail = composeExample(kind)
  expect(mail.subject).toBe(subject)
  const oneLine = mail.text.replaceAll('\n', ' ')
  for (const fact of facts) {
    expect(readable(mail.html)).toContain(fact)
    expect(oneLine).toContain(fact.replaceAll('’', "'"))
  }
})

test.each(KINDS)('%s has lines of at most 66 characters, links alone on theirs', (kind) => {
  for (const line of composeExample(kind).text.split('\n'))
    if (line.includes('https://')) expect(line).toMatch(/^https:\/\/\S+$/)
    else expect(line.length).toBeLessThanOrEqual(66)
})

test.each(KINDS)('%s links only to the shop and to carriers', (kind) => {
  const links = [...composeExample(kind).html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
  expect(links.length).toBeGreaterThan(0)
  for (const href of links) expect(href).toMatch(/^https:\/\/(?:corner\.example|www\.ups\.com)\//)
})

test('a seller learns neither the address nor the email of the buyer', () => {
  for (const kind of ['sold', 'parcel-cancelled', 'return-asked'] as const) {
    const { html, text } = composeExample(kind)
    expect(`${html}${text}`).not.toMatch(/Moreno|Harbor|ana@example|orders\/\w+#/)
  }
})

test('a buyer in the European Union reads how to withdraw', () => {
  const { text } = composeExample('receipt', { ...WORDS, country: 'DE' })
  expect(text.replaceAll('\n', ' ')).toContain('choose "Withdraw from contract"')
  expect(text).toContain('within 14 days of delivery')
  expect(composeExample('receipt').text).not.toContain('Withdraw')
})

test('without an address nothing is sent, and no mail says so', () => {
  for (const kind of ['receipt', 'sold'] as const) {
    const { subject, text } = composeExample(kind, { ...WORDS, country: undefined })
    expect(`${subject}${text}`).not.toMatch(/send (?:it )?by|arrive|packing|going/i)
  }
})

test('the same message gives the same Message-ID, another one another', () => {
  const [first, again, other] = (['find', 'find', 'reset'] as const).map((kind) =>
    composeExample(kind),
  )
  expect(first?.messageId).toMatch(/^<[\da-f]{32}@corner\.example>$/)
  expect(again?.messageId).toBe(first?.messageId as string)
  expect(other?.messageId).not.toBe(first?.messageId as string)
})
