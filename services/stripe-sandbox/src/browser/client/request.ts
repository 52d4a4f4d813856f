import type { StripeError } from './protocol.ts'

const CONNECTION_LOST: StripeError = {
  type: 'api_connection_error',
  message: 'The payment service cannot be reached. Check your connection and try again.',
}

/** Calls Stripe's API with the publishable key; returns errors instead of throwing. */
export async function request(
  url: URL,
  key: string,
  body: URLSearchParams,
): Promise<{ value: unknown } | { error: StripeError }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
      body,
      credentials: 'omit',
    })
    const answer = (await response.json()) as { error: StripeError }
    return response.ok ? { value: answer } : { error: answer.error }
  } catch {
    return { error: CONNECTION_LOST }
  }
}
