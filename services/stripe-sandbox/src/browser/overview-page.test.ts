import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import {
  SECRET_KEY,
  WEBHOOK_SECRET,
  eventually,
  newHold,
  newIntent,
  refusal,
  startForTest,
} from '../testing/index.ts'
import { startReceiver } from '../testing/receiver.ts'

const receiver = startReceiver()
const { stripe, url, stop } = startForTest({ webhookUrl: receiver.url, webhookRetryMs: 0 })
afterAll(async () => {
  await stop()
  await receiver.stop()
})

const addFault = (body: object) =>
  fetch(`${url}/sandbox/faults`, { method: 'POST', body: JSON.stringify(body) })

/** A page as a reader sees it: no tags, no doubled spaces. */
async function read(path = '/') {
  const source = await (await fetch(`${url}${path}`)).text()
  const [, body = ''] = source.split(/<main[^>]*>/)
  const text = body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  return { source, text }
}

/** The text of the list item that names something. */
async function itemOf(name: string): Promise<string> {
  const { source } = await read()
  const item = source.split('<li>').find((part) => part.includes(name)) ?? ''
  return item.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

test('an empty sandbox says so', async () => {
  const { text } = await read()
  for (const none of ['no payment here', 'No fault is armed', 'no event here'])
    expect(text).toContain(none)
})

describe('a payment', () => {
  test('is shown with its status, order, card and the way of its money', async () => {
    const { id } = await newHold(stripe, 'shown')
    await stripe.paymentIntents.capture(id, { amount_to_capture: 900 })
    await stripe.refunds.create({ payment_intent: id, amount: 250 })
    const { source } = await read()
    const start = source.indexOf('<section id="payments"')
    const payments = source.slice(start, source.indexOf('</section>', start))
    const text = payments.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    expect(text).toContain('$10.00 succeeded Order shown Card Visa ending in 4242')
    expect(text).toMatch(
      /authorised \$10\.00 [\d: -]+ captured \$9\.00 [\d: -]+ released \$1\.00 [\d: -]+ refunded \$2\.50/,
    )
    expect(text).toContain(id)
  })

  test('without a card or an order says so', async () => {
    const { id } = await stripe.paymentIntents.create({ amount: 777, currency: 'usd' })
    expect(await itemOf(id)).toContain('$7.77 requires_payment_method Order none Card none yet')
  })

  test('tells no secrets and no card number', async () => {
    const card = { number: '5555555555554444', exp_month: '12', exp_year: '2034', cvc: '987' }
    await addFault({ match: { card: card.number }, call: 'confirm', kind: 'error-before-commit' })
    await stripe.tokens.create({ card })
    const { client_secret } = await newHold(stripe, 'secret')
    const { source } = await read()
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

  test('writes what it was given as text', async () => {
    await newIntent(stripe, '<img src=x onerror=alert(1)>')
    const { source } = await read()
    expect(source).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(source).not.toContain('<img')
  })
})

describe('an event', () => {
  test('that was delivered says after how many attempts', async () => {
    receiver.refuse('second', 1)
    await newIntent(stripe, 'second')
    await eventually(async () =>
      (await itemOf('Order second')).includes('delivered 2 attempts') ? true : undefined,
    )
  })

  test('that was given up says why', async () => {
    receiver.refuse('never', 99)
    await newIntent(stripe, 'never')
    await eventually(async () =>
      (await itemOf('Order never')).includes('failed 10 attempts, last answer: status 503')
        ? true
        : undefined,
    )
  })

  test('that waits says since when, until when and why', async () => {
    const slow = startForTest({ webhookUrl: receiver.url, webhookRetryMs: 600_000 })
    receiver.refuse('waits', 1)
    await newIntent(slow.stripe, 'waits')
    await eventually(async () => {
      const page = await (await fetch(slow.url)).text()
      return /waiting<\/span> 1 attempt, last answer: status 503, next\s/.test(page) || undefined
    })
    await slow.stop()
  })

  test('that a fault dropped says so, and one it doubled says so twice', async () => {
    await addFault({ match: { orderId: 'dropped' }, call: 'webhook', kind: 'drop' })
    await addFault({ match: { orderId: 'doubled' }, call: 'webhook', kind: 'duplicate' })
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

test('a fault is shown while it is armed', async () => {
  const match = { orderId: 'armed' }
  await addFault({ match, call: 'create', kind: 'error-before-commit', times: 2 })
  await addFault({ match, call: 'capture', kind: 'timeout-after-commit', ms: 4321 })
  expect(await itemOf('create: error-before-commit')).toContain('2× left Order armed')
  expect(await itemOf('capture: timeout-after-commit')).toContain('Wait 4321 ms')
  await refusal(newIntent(stripe, 'armed'))
  expect(await itemOf('create: error-before-commit')).toContain('1× left')
  await refusal(newIntent(stripe, 'armed'))
  expect((await read()).text).not.toContain('create: error-before-commit')
})

describe('pages', () => {
  const shown = (source: string) =>
    Array.from(source.matchAll(/<code>(pi_\w+)<\/code>/g), ([, id]) => id)
  const linkTo = (source: string, words: string) =>
    new RegExp(`<a href="([^"]+)">${words}</a>`).exec(source)?.[1]?.replaceAll('&amp;', '&')

  let ids: string[] = []
  beforeAll(async () => {
    for (let n = 0; n < 25; n++) await newIntent(stripe, `page-${n}`)
    const all = await stripe.paymentIntents.list({ limit: 100 })
    ids = all.data.map(({ id }) => id)
  })

  test('go on to the older payments and back to the newest', async () => {
    const first = await read()
    expect(shown(first.source)).toEqual(ids.slice(0, 20))
    expect(linkTo(first.source, 'Newest payments')).toBeUndefined()
    const second = await read(`/${linkTo(first.source, 'Older payments')}`)
    expect(shown(second.source)).toEqual(ids.slice(20, 40))
    const back = await read(`/${linkTo(second.source, 'Newest payments')}`)
    expect(shown(back.source)).toEqual(ids.slice(0, 20))
  })

  test('of events leave the page of payments as it is', async () => {
    const second = await read(`/?payments=${ids[4]}`)
    const events = await read(`/${linkTo(second.source, 'Older events')}`)
    expect(shown(events.source)).toEqual(ids.slice(5, 25))
    expect(linkTo(events.source, 'Newest events')).toBe(`?payments=${ids[4]}#events`)
  })

  test('after an id that never was are empty', async () => {
    expect((await read('/?payments=pi_unknown')).text).toContain('no payment here')
  })

  test.each(['/sandbox', '/stripe-sandbox', '/stripe-sandbox/'])('are at %s too', async (path) => {
    const reply = await fetch(`${url}${path}`)
    expect(reply.status).toBe(200)
    expect(reply.headers.get('content-type')).toContain('text/html')
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(shown(await reply.text())).toEqual(ids.slice(0, 20))
  })
})

test('the switches are not there below the path of the front door', async () => {
  for (const path of ['/sandbox/ledger?orderId=x', '/v1/charges', '/sandbox/faults/x']) {
    const reply = await fetch(`${url}/stripe-sandbox${path}`)
    expect([path, reply.status]).toEqual([path, 404])
  }
})
