import { afterAll, describe, expect, test } from 'bun:test'
import {
  SECRET_KEY,
  WEBHOOK_SECRET,
  eventually,
  newHold,
  newIntent,
  postFault,
  stripeErrorOf,
  startForTest,
} from '../testing/index.ts'
import { readPage } from '../testing/overview.ts'
import { startReceiver } from '../testing/receiver.ts'

const receiver = startReceiver()
const { stripe, url, stop } = startForTest({ webhookUrl: receiver.url, webhookRetryMs: 0 })
afterAll(async () => {
  await stop()
  await receiver.stop()
})

/** The text of the list item that contains a name. */
async function itemOf(name: string): Promise<string> {
  const { source } = await readPage(url)
  const item = source.split('<li>').find((part) => part.includes(name)) ?? ''
  return item.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

test('an empty sandbox shows empty lists', async () => {
  const { text } = await readPage(url)
  for (const none of ['No payments yet', 'No armed faults', 'No events yet'])
    expect(text).toContain(none)
})

describe('a payment', () => {
  test('shows its status, order, card and movements', async () => {
    const { id } = await newHold(stripe, 'shown')
    await stripe.paymentIntents.capture(id, { amount_to_capture: 900 })
    await stripe.refunds.create({ payment_intent: id, amount: 250 })
    const { source } = await readPage(url)
    const start = source.indexOf('<section id="payments"')
    const payments = source.slice(start, source.indexOf('</section>', start))
    const text = payments.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    expect(text).toContain('$10.00 succeeded Order shown Card Visa ending in 4242')
    expect(text).toMatch(
      /authorised \$10\.00 [\d: -]+ captured \$9\.00 [\d: -]+ released \$1\.00 [\d: -]+ refunded \$2\.50/,
    )
    expect(text).toContain(id)
  })

  test('shows that it has no card or order', async () => {
    const { id } = await stripe.paymentIntents.create({ amount: 777, currency: 'usd' })
    expect(await itemOf(id)).toContain('$7.77 requires_payment_method Order none Card none yet')
  })

  test('shows no secrets and no card number', async () => {
    const card = { number: '5555555555554444', exp_month: '12', exp_year: '2034', cvc: '987' }
    await postFault(url, {
      match: { card: card.number },
      call: 'confirm',
      kind: 'error-before-commit',
    })
    await stripe.tokens.create({ card })
    const { client_secret } = await newHold(stripe, 'secret')
    const { source } = await readPage(url)
    const secrets = [
      client_secret ?? '',
      SECRET_KEY,
      WEBHOOK_SECRET,
      card.number,
      '4242424242424242',
    ]
    for (const secret of secrets) expect(source).not.toContain(secret)
    expect(source).not.toContain('_secret_')
    expect(source).toContain('ending in 4444')
  })

  test('escapes its inputs', async () => {
    await newIntent(stripe, '<img src=x onerror=alert(1)>')
    const { source } = await readPage(url)
    expect(source).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(source).not.toContain('<img')
  })
})

describe('an event', () => {
  test('shows the attempts of a delivery', async () => {
    receiver.refuse('second', 1)
    await newIntent(stripe, 'second')
    await eventually(async () =>
      (await itemOf('Order second')).includes('delivered 2 attempts') ? true : undefined,
    )
  })

  test('shows why its delivery failed', async () => {
    receiver.refuse('never', 99)
    await newIntent(stripe, 'never')
    await eventually(async () =>
      (await itemOf('Order never')).includes('failed 10 attempts, last response: status 503')
        ? true
        : undefined,
    )
  })

  test('shows when and why a delivery is retried', async () => {
    const slow = startForTest({ webhookUrl: receiver.url, webhookRetryMs: 600_000 })
    receiver.refuse('waits', 1)
    await newIntent(slow.stripe, 'waits')
    await eventually(async () => {
      const page = await (await fetch(slow.url)).text()
      return /waiting<\/span> 1 attempt, last response: status 503, next\s/.test(page) || undefined
    })
    await slow.stop()
  })

  test('shows dropped and duplicated deliveries', async () => {
    await postFault(url, { match: { orderId: 'dropped' }, call: 'webhook', kind: 'drop' })
    await postFault(url, { match: { orderId: 'doubled' }, call: 'webhook', kind: 'duplicate' })
    await newIntent(stripe, 'dropped')
    await newIntent(stripe, 'doubled')
    expect(await itemOf('Order dropped')).toContain('dropped never sent')
    await eventually(async () =>
      (await itemOf('Order doubled')).match(/delivered 1 attempt/g)?.length === 2
        ? true
        : undefined,
    )
  })
})

test('shows armed faults', async () => {
  const match = { orderId: 'armed' }
  await postFault(url, { match, call: 'create', kind: 'error-before-commit', times: 2 })
  await postFault(url, { match, call: 'capture', kind: 'timeout-after-commit', ms: 4321 })
  expect(await itemOf('create: error-before-commit')).toContain('2× left Order armed')
  expect(await itemOf('capture: timeout-after-commit')).toContain('Wait 4321 ms')
  await stripeErrorOf(newIntent(stripe, 'armed'))
  expect(await itemOf('create: error-before-commit')).toContain('1× left')
  await stripeErrorOf(newIntent(stripe, 'armed'))
  expect((await readPage(url)).text).not.toContain('create: error-before-commit')
})

test('the controls are not served below the front door’s path', async () => {
  for (const path of ['/sandbox/ledger?orderId=x', '/v1/charges', '/sandbox/faults/x']) {
    const response = await fetch(`${url}/stripe-sandbox${path}`)
    expect([path, response.status]).toEqual([path, 404])
  }
})
