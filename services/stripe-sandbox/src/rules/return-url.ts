/** Whether a text is a valid return URL. */
export function isReturnUrl(text: string): boolean {
  const url = URL.parse(text)
  // The host becomes part of a Content-Security-Policy, where ; and , are separators.
  return url !== null && /^https?:$/.test(url.protocol) && /^[\w.:[\]-]+$/.test(url.host)
}

interface Returned {
  id: string
  client_secret: string | null
}

/** A return_url with the payment and its result, as Stripe adds them. */
export function withPaymentResult(
  returnUrl: string,
  { id, client_secret }: Returned,
  redirectStatus: 'succeeded' | 'failed',
): string {
  const url = new URL(returnUrl)
  url.searchParams.set('payment_intent', id)
  url.searchParams.set('payment_intent_client_secret', client_secret ?? '')
  url.searchParams.set('redirect_status', redirectStatus)
  return url.href
}
