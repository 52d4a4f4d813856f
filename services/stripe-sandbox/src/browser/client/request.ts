import type { StripeError } from './protocol.ts'

const CONNECTION_LOST: StripeError = {
  type: 'api_connection_error',
  message: 'The payment service cannot be reached. Check your connection and try again.',
}

/** Makes a call of Stripe's API with the publishable key; it answers with an error, never throws. */
export async function request(
  url: URL,
  key: string,
  body: URLSearchParams,
): Promise<{ value: unknown } | { error: StripeError }> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
      body,
      credentials: 'omit',
    })
    const answer = (await reply.json()) as { error: StripeError }
    return reply.ok ? { value: answer } : { error: answer.error }
  } catch {
    return { error: CONNECTION_LOST }
  }
}
