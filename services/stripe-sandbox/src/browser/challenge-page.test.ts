import { afterAll, describe, expect, test } from 'bun:test'
import type { Stripe } from 'stripe'
import { accountOf, newIntent, startForTest } from '../testing/index.ts'

const { stripe, url, stop } = startForTest()
afterAll(stop)

const RETURN_URL = 'https://shop.test/orders/1?from=checkout#pay'
const secure = { payment_method: 'pm_card_authenticationRequired' }

/** Where the page of an intent's challenge is on the test's own port. */
function pageOf({ next_action: action }: Stripe.PaymentIntent): string {
  const address = action?.redirect_to_url?.url ?? action?.use_stripe_sdk?.['stripe_js']
  return String(address).replace('http://sandbox.test', url)
}

async function challenge(
  orderId: string,
  wish: Stripe.PaymentIntentConfirmParams = { ...secure, return_url: RETURN_URL },
) {
  const { id } = await newIntent(stripe, orderId)
  return stripe.paymentIntents.confirm(id, wish)
}

const press = (page: string, result: string) =>
  fetch(page, { method: 'POST', body: new URLSearchParams({ result }), redirect: 'manual' })

const statusOf = async ({ id }: Stripe.PaymentIntent) =>
  (await stripe.paymentIntents.retrieve(id)).status

describe('the page of a challenge', () => {
  test('shows what is paid, and two buttons that need no script', async () => {
    const intent = await challenge('shown')
    const reply = await fetch(pageOf(intent))
    const page = await reply.text()
    expect(reply.status).toBe(200)
    for (const text of ['$10.00', 'shown', 'Visa ending in 3184', '<form method="post">'])
      expect(page).toContain(text)
    expect(page).toMatch(
      /<button name="result" value="succeed"[^>]*>\s*Complete authentication\s*</,
    )
    expect(page).toMatch(/<button name="result" value="fail"[^>]*>\s*Fail authentication\s*</)
    for (const secret of ['<script', intent.client_secret ?? '', '4000002760003184'])
      expect(page).not.toContain(secret)
  })

  test('loads nothing, is in no frame and is not kept', async () => {
    const { headers, ...reply } = await fetchPage(pageOf(await challenge('policy')))
    const [, nonce] = /<style nonce="([^"]+)">/.exec(reply.page) ?? []
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:; form-action 'self' https://shop.test; frame-ancestors 'none'; base-uri 'none'`,
    )
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    const again = await fetchPage(pageOf(await challenge('policy-again')))
    expect(again.page).not.toContain(nonce ?? '')
  })

  test('that Stripe.js shows may be in a frame of the shop, and tells it of its end', async () => {
    const page = pageOf(await challenge('framed', secure))
    const { headers, page: source } = await fetchPage(`${page}&scheme=dark`)
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("script-src 'self'; ")
    expect(policy).toContain("frame-ancestors 'self'; ")
    expect(source).toContain('<script src="../elements/challenge.js" defer></script>')
    expect(source).toContain('data-scheme="dark"')
    await press(page, 'fail')
    expect((await fetchPage(page)).page).toContain('challenge.js')
  })

  test('writes what it was given as text', async () => {
    const { page } = await fetchPage(pageOf(await challenge('"><script>alert(1)</script>')))
    expect(page).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toContain('<script')
  })

  test('is there below the path of the front door too', async () => {
    const page = pageOf(await challenge('door')).replace(url, `${url}/stripe-sandbox`)
    expect((await fetch(page)).status).toBe(200)
    expect((await press(page, 'succeed')).headers.get('location')).toStartWith('https://shop.test/')
  })
})

async function fetchPage(page: string) {
  const reply = await fetch(page)
  return { headers: reply.headers, status: reply.status, page: await reply.text() }
}

describe('a button', () => {
  test.each([
    ['succeed', secure.payment_method, 'succeeded', 'requires_capture'],
    ['fail', secure.payment_method, 'failed', 'requires_payment_method'],
    [
      'succeed',
      'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds',
      'failed',
      'requires_payment_method',
    ],
  ] as const)('%s of %s leads back as %s', async (result, payment_method, outcome, status) => {
    const intent = await challenge('back', { payment_method, return_url: RETURN_URL })
    const reply = await press(pageOf(intent), result)
    expect(reply.status).toBe(303)
    expect(reply.headers.get('location')).toBe(
      `https://shop.test/orders/1?from=checkout&payment_intent=${intent.id}&payment_intent_client_secret=${intent.client_secret}&redirect_status=${outcome}#pay`,
    )
    expect(await statusOf(intent)).toBe(status)
  })

  test('that is pressed twice settles once and leads to the same place', async () => {
    const intent = await challenge('twice')
    const first = await press(pageOf(intent), 'succeed')
    const second = await press(pageOf(intent), 'fail')
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    expect(await statusOf(intent)).toBe('requires_capture')
    expect(await accountOf(url, 'twice')).toMatchObject({ authorised: 1000 })
    const { page } = await fetchPage(pageOf(intent))
    expect(page).toContain('Payment confirmed')
    expect(page).toContain('Back to the shop')
  })

  test('leads to the outcome where the confirmation gave no return_url', async () => {
    const intent = await challenge('nowhere', secure)
    const page = pageOf(intent)
    const reply = await press(page, 'fail')
    expect(reply.status).toBe(303)
    expect(new URL(reply.headers.get('location') ?? '', page).href).toBe(page)
    const outcome = await fetchPage(page)
    expect(outcome.page).toContain('Payment not confirmed')
    expect(outcome.page).toContain('You can close this page.')
  })

  test('goes only where the confirmation said, whatever else is asked', async () => {
    const intent = await challenge('elsewhere')
    const reply = await press(`${pageOf(intent)}&return_url=https://evil.test/`, 'succeed')
    expect(reply.headers.get('location')).toStartWith('https://shop.test/orders/1?')
  })

  test('that does not exist changes nothing', async () => {
    const intent = await challenge('other-button')
    const reply = await press(pageOf(intent), 'steal')
    expect(new URL(reply.headers.get('location') ?? '', pageOf(intent)).href).toBe(pageOf(intent))
    expect(await statusOf(intent)).toBe('requires_action')
  })
})

describe('a challenge', () => {
  test('is closed to those who do not have its whole address', async () => {
    const [mine, other] = [await challenge('mine'), await challenge('other')]
    const key = new URL(pageOf(other)).searchParams.get('key')
    const bare = `${url}/3d-secure/${mine.id}`
    for (const page of [bare, `${bare}?key=`, `${bare}?key=challenge_x`, `${bare}?key=${key}`]) {
      expect((await fetch(page)).status).toBe(404)
      expect((await press(page, 'succeed')).status).toBe(404)
    }
    expect(await statusOf(mine)).toBe('requires_action')
  })

  test('is over when the intent was confirmed anew, and the new one is open', async () => {
    const before = await challenge('anew')
    const after = await stripe.paymentIntents.confirm(before.id, secure)
    await press(pageOf(before), 'succeed')
    expect((await fetchPage(pageOf(before))).status).toBe(410)
    expect(await statusOf(before)).toBe('requires_action')
    await press(pageOf(after), 'succeed')
    expect(await statusOf(before)).toBe('requires_capture')
  })

  test('is over when the intent was cancelled', async () => {
    const intent = await challenge('cancelled')
    await stripe.paymentIntents.cancel(intent.id)
    const reply = await press(pageOf(intent), 'succeed')
    expect(reply.headers.get('location')).not.toContain('shop.test')
    expect((await fetchPage(pageOf(intent))).status).toBe(410)
    expect(await statusOf(intent)).toBe('canceled')
  })
})
