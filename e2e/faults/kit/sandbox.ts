import { readStack } from '@shop/shared/testing'

type WebhookFault = 'drop' | 'duplicate' | 'shuffle'

/** Confirms at the bank what a payer was asked to confirm. */
export async function confirmByBank(clientSecret: string): Promise<void> {
  const [intent] = clientSecret.split('_secret')
  await post(`/sandbox/payment_intents/${intent}/challenge`, { result: 'succeed' })
}

/** Loses, doubles or shuffles so many of the webhooks about a card. */
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
    const { times: left } = (await (await fetch(`${url}/sandbox/faults/${id}`)).json()) as {
      times: number
    }
    return times - left
  }
}

async function post(path: string, body: object): Promise<Response> {
  const { url } = (await readStack()).sandbox
  return fetch(new URL(path, url), { method: 'POST', body: JSON.stringify(body) })
}
