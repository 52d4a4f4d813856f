import { afterAll, describe, expect, test } from 'bun:test'
import { RETURN_URL, SECURE_CARD, fetchPage, startChallenges } from '../testing/challenge.ts'
import { accountOf } from '../testing/index.ts'

const { url, stop, pageOf, challenge, press, statusOf } = startChallenges()
afterAll(stop)

describe('a button', () => {
  test.each([
    ['succeed', SECURE_CARD.payment_method, 'succeeded', 'requires_capture'],
    ['fail', SECURE_CARD.payment_method, 'failed', 'requires_payment_method'],
    [
      'succeed',
      'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds',
      'failed',
      'requires_payment_method',
    ],
  ] as const)('%s of %s redirects with %s', async (result, payment_method, outcome, status) => {
    const intent = await challenge('back', { payment_method, return_url: RETURN_URL })
    const response = await press(pageOf(intent), result)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(
      `https://shop.test/orders/1?from=checkout&payment_intent=${intent.id}&payment_intent_client_secret=${intent.client_secret}&redirect_status=${outcome}#pay`,
    )
    expect(await statusOf(intent)).toBe(status)
  })

  test('pressed twice settles once and redirects to the same page', async () => {
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

  test('redirects to the outcome without a return_url', async () => {
    const intent = await challenge('nowhere', SECURE_CARD)
    const page = pageOf(intent)
    const response = await press(page, 'fail')
    expect(response.status).toBe(303)
    expect(new URL(response.headers.get('location') ?? '', page).href).toBe(page)
    const outcome = await fetchPage(page)
    expect(outcome.page).toContain('Payment not confirmed')
    expect(outcome.page).toContain('You can close this page.')
  })

  test('redirects only to the confirmed return_url', async () => {
    const intent = await challenge('elsewhere')
    const response = await press(`${pageOf(intent)}&return_url=https://evil.test/`, 'succeed')
    expect(response.headers.get('location')).toStartWith('https://shop.test/orders/1?')
  })

  test('that is unknown changes nothing', async () => {
    const intent = await challenge('other-button')
    const response = await press(pageOf(intent), 'steal')
    expect(new URL(response.headers.get('location') ?? '', pageOf(intent)).href).toBe(
      pageOf(intent),
    )
    expect(await statusOf(intent)).toBe('requires_action')
  })
})
