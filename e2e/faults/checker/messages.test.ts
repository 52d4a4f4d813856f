import { expect, test } from 'bun:test'
import type { Interruption } from './mail-facts.ts'
import { checkMessages } from './messages.ts'
import { differences, find, set, type Case } from './testing/cases.ts'
import { consistentFixture } from './testing/consistent-fixture.ts'
import { EARLIER, emailOf, mailOf } from './testing/fixture-mails.ts'

const EXISTS = 'every message exists'
const THERE = 'every sent message is in the mailbox'
const TWICE = 'no mail comes twice without an interruption'
const RECEIPT = 'receipt:paid'

const refund = { id: 'r', lines: [], amount: 5, status: 'Failed', sellerId: 'seller' }

const missing = (...keys: string[]) => ({ [EXISTS]: keys.map((key) => `${key} is missing`) })

const cases: Case[] = [
  [
    'a complete order has no messages',
    ({ messages }) => messages.splice(0, 2),
    missing(RECEIPT, 'sold:paid:seller'),
  ],
  [
    'what followed the payment was not mailed',
    ({ orders }) => {
      const returns = ['Asked', 'Refused', 'Refunding'].map((status, n) => ({ id: `${n}`, status }))
      const parcels = [{ sellerId: 'seller', status: 'Sent', n: 2 }]
      set(orders.get('paid'), { parcels, returns })
    },
    {
      ...missing(
        'sent:paid:seller:2',
        'return:0:Asked',
        'return:1:Refused',
        'return:0:Asked:seller',
      ),
      'a return has its refund': ['paid: 2 Refunding'],
    },
  ],
  [
    'the buyer whose money was held does not know that the order is cancelled',
    ({ orders }) =>
      set(orders.get('void'), { timeline: ['placed', 'authorized', 'cancelled'], version: 2 }),
    missing('cancelled:void'),
  ],
  [
    'an order was cancelled before it was known that money was held',
    ({ orders }) =>
      set(orders.get('void'), { timeline: ['placed', 'cancelled', 'authorized'], version: 2 }),
    {},
  ],
  [
    'an account has no messages',
    ({ messages, accounts }) => {
      messages.splice(-2)
      set(accounts[0]?.links, { reset: { id: 'x', exp: new Date('2026-12-01T12:30:00Z') } })
    },
    missing('reset:x', 'verify:token', 'password:ana:3'),
  ],
  [
    'links have expired, and a password was changed long ago',
    ({ messages, accounts }) => {
      messages.splice(-2)
      const links = { verify: { id: 'token', exp: EARLIER }, reset: { id: 'x', exp: EARLIER } }
      set(accounts[0], { links, passwordChange: { version: 3, at: new Date('2026-11-01') } })
    },
    {},
  ],
  [
    'a person does not know that the account is blocked',
    ({ accounts }) => set(accounts[0], { isBlocked: true, acts: [{ act: 'block', at: EARLIER }] }),
    missing('blocked:ana:2026-12-01T11:00:00.000Z'),
  ],
  [
    'an order is older than what is mailed',
    ({ messages, orders }) => {
      messages.splice(0, 2)
      set(orders.get('paid'), { createdAt: new Date('2026-11-01') })
    },
    {},
  ],
  [
    'a receipt was addressed to nobody',
    ({ messages }) => set(messages[0], { state: 'Dropped', to: 'x' }),
    { [EXISTS]: [`${RECEIPT} is Dropped, to x`] },
  ],
  [
    'a message is waiting, and its mail was sent',
    ({ messages }) => set(messages[0], { state: 'Queued' }),
    { 'no message is waiting': [`${RECEIPT} after 1 tries`], [THERE]: [`${RECEIPT} Queued`] },
  ],
  ['a mail is missing', ({ mails }) => mails.shift(), { [THERE]: [`${RECEIPT} Sent`] }],
  [
    'a mail has another recipient',
    ({ mails }) => set(mails[0], { to: 'x' }),
    { [THERE]: [`${RECEIPT} Sent`] },
  ],
  [
    'there are more mails than tries',
    ({ mails }) => mails.push(mailOf(RECEIPT, emailOf('paid'), 5)),
    { [TWICE]: [`${RECEIPT}: 2 mails after 1 tries`] },
  ],
  [
    'a receipt was mailed four days late',
    ({ messages }) => set(messages[0], { happenedAt: new Date('2026-11-27T10:00:00Z') }),
    { 'no old news is mailed': [RECEIPT] },
  ],
]

test.each(cases)('%s', (_, mutate, expected) => {
  expect(differences(mutate)).toEqual(expected)
})

test('a failed refund is mailed to the buyer and the seller', () => {
  const facts = consistentFixture()
  set(facts.orders.get('paid'), { refunds: [refund] })
  const [exists] = checkMessages(facts)
  const keys = ['refund:r:failed', 'refund:r:failed:seller']
  expect(exists?.mismatches).toEqual(keys.map((key) => `${key} is missing`))
})

const at = (s: number) => new Date(EARLIER.getTime() + s * 1000)
const during = (from: number, to: number) => ({ from: at(from), to: at(to) })

test.each<[string, Interruption[] | undefined, string[]]>([
  ['nothing was interrupted', [], [`${RECEIPT}: 2 mails`]],
  ['that is not known', undefined, []],
  ['a process was killed in between', [during(3, 3)], []],
  ['a process is paused', [{ from: at(1) }], []],
  [
    'a process was killed before and after',
    [during(-9, -9), during(20, 20)],
    [`${RECEIPT}: 2 mails`],
  ],
])('a mail came twice: %s', (_, interruptions, mismatches) => {
  const facts = consistentFixture()
  set(find(facts.messages, RECEIPT), { tries: 2 })
  facts.mails.push(mailOf(RECEIPT, emailOf('paid'), 10))
  const twice = find(checkMessages(facts, interruptions), TWICE)
  expect(twice.mismatches).toEqual(mismatches)
})
