import { afterAll, describe, expect, test } from 'bun:test'
import { SECURE_CARD, fetchPage, startChallenges } from '../testing/challenge.ts'

const { stripe, url, stop, pageOf, challenge, press, statusOf } = startChallenges()
afterAll(stop)

describe('the page of a challenge', () => {
  test('shows the payment and two buttons that need no script', async () => {
    const intent = await challenge('shown')
    const response = await fetch(pageOf(intent))
    const page = await response.text()
    expect(response.status).toBe(200)
    for (const text of ['$10.00', 'shown', 'Visa ending in 3184', '<form method="post">'])
      expect(page).toContain(text)
    expect(page).toMatch(
      /<button name="result" value="succeed"[^>]*>\s*Complete authentication\s*</,
    )
    expect(page).toMatch(/<button name="result" value="fail"[^>]*>\s*Fail authentication\s*</)
    for (const secret of ['<script', intent.client_secret ?? '', '4000002760003184'])
      expect(page).not.toContain(secret)
  })

  test('loads nothing, cannot be framed and is not cached', async () => {
    const { headers, ...response } = await fetchPage(pageOf(await challenge('policy')))
    const [, nonce] = /<style nonce="([^"]+)">/.exec(response.page) ?? []
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:; form-action 'self' https://shop.test; frame-ancestors 'none'; base-uri 'none'`,
    )
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    const again = await fetchPage(pageOf(await challenge('policy-again')))
    expect(again.page).not.toContain(nonce ?? '')
  })

  test('may be framed by the shop and notifies it when used by Stripe.js', async () => {
    const page = pageOf(await challenge('framed', SECURE_CARD))
    const { headers, page: source } = await fetchPage(`${page}&scheme=dark`)
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("script-src 'self'; ")
    expect(policy).toContain("frame-ancestors 'self'; ")
    expect(source).toContain('<script src="../elements/challenge.js" defer></script>')
    expect(source).toContain('data-scheme="dark"')
    await press(page, 'fail')
    expect((await fetchPage(page)).page).toContain('challenge.js')
  })

  test('escapes its inputs', async () => {
    const { page } = await fetchPage(pageOf(await challenge('"><script>alert(1)</script>')))
    expect(page).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toContain('<script')
  })

  test('is also served below the front door’s path', async () => {
    const page = pageOf(await challenge('door')).replace(url, `${url}/stripe-sandbox`)
    expect((await fetch(page)).status).toBe(200)
    expect((await press(page, 'succeed')).headers.get('location')).toStartWith('https://shop.test/')
  })
})

describe('a challenge', () => {
  test('returns 404 without the full URL', async () => {
    const [mine, other] = [await challenge('mine'), await challenge('other')]
    const key = new URL(pageOf(other)).searchParams.get('key')
    const bare = `${url}/3d-SECURE_CARD/${mine.id}`
    for (const page of [bare, `${bare}?key=`, `${bare}?key=challenge_x`, `${bare}?key=${key}`]) {
      expect((await fetch(page)).status).toBe(404)
      expect((await press(page, 'succeed')).status).toBe(404)
    }
    expect(await statusOf(mine)).toBe('requires_action')
  })

  test('ends when the intent is confirmed again, which opens a new one', async () => {
    const before = await challenge('anew')
    const after = await stripe.paymentIntents.confirm(before.id, SECURE_CARD)
    await press(pageOf(before), 'succeed')
    expect((await fetchPage(pageOf(before))).status).toBe(410)
    expect(await statusOf(before)).toBe('requires_action')
    await press(pageOf(after), 'succeed')
    expect(await statusOf(before)).toBe('requires_capture')
  })

  test('ends when the intent is cancelled', async () => {
    const intent = await challenge('cancelled')
    await stripe.paymentIntents.cancel(intent.id)
    const response = await press(pageOf(intent), 'succeed')
    expect(response.headers.get('location')).not.toContain('shop.test')
    expect((await fetchPage(pageOf(intent))).status).toBe(410)
    expect(await statusOf(intent)).toBe('canceled')
  })
})
