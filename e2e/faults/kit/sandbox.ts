import { readStack } from '@shop/shared/testing'

type WebhookFault = 'drop' | 'duplicate' | 'shuffle'

/** Confirms at the bank what a payer was asked to confirm. */
export async function confirmByBank(clientSecret: string): Promise<void> {
  const [intent] = clientSecret.split('_secret')
  await post(`/sandbox/payment_intents/${intent}/challenge`, { result: 'succeed' })
}

/** A card that the bank asks about, as the card form gives it. */
export async function askedCard(): Promise<string> {
  const { url, secretKey } = (await readStack()).sandbox
  const reply = await fetch(new URL('/v1/test_helpers/confirmation_tokens', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}` },
    body: new URLSearchParams({ payment_method: 'pm_card_authenticationRequired' }),
  })
  return ((await reply.json()) as { id: string }).id
}

/** Loses, doubles or shuffles webhooks about a card, until it is ended: that tells how many. */
export async function disturbWebhooks(
  kind: WebhookFault,
  card: string,
  times: number,
): Promise<() => Promise<number>> {
  const fault = await post('/sandbox/faults', {
    call: 'webhook',
    kind,
    times,
    match: { card },
    ms: 500,
  })
  const { id } = (await fault.json()) as { id: string }
  return async () => {
    const { url } = (await readStack()).sandbox
    const ended = await fetch(`${url}/sandbox/faults/${id}`, { method: 'DELETE' })
    return times - ((await ended.json()) as { times: number }).times
  }
}

async function post(path: string, body: object): Promise<Response> {
  const { url } = (await readStack()).sandbox
  return fetch(new URL(path, url), { method: 'POST', body: JSON.stringify(body) })
}
