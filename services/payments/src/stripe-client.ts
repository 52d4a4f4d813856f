import type { Log } from '@shop/shared/log'
import { histogram } from '@shop/shared/metrics'
import { inSpan } from '@shop/shared/tracing'
import { Stripe } from 'stripe'

const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

const duration = histogram(
  'stripe_call_duration_seconds',
  'Time until Stripe responds, by call and status; `none` without a response',
  ['call', 'status'],
  SECONDS,
)

/** The client that Stripe uses on Bun by default, with every call timed and a span. */
export function timedClient(log: Log): Stripe.HttpClient {
  const client = Stripe.createFetchHttpClient()
  const makeRequest = client.makeRequest.bind(client)
  client.makeRequest = (...request) => {
    const [host, , path, method] = request
    const call = callOf(method, path)
    const attributes = { 'http.request.method': method, 'server.address': host }
    return inSpan(`Stripe ${call}`, { kind: 'CLIENT', attributes }, () =>
      timed(call, log, () => makeRequest(...request)),
    )
  }
  return client
}

async function timed<R extends Stripe.HttpClientResponse>(
  call: string,
  log: Log,
  work: () => Promise<R>,
): Promise<R> {
  const startedAt = performance.now()
  let status = 'none'
  try {
    const response = await work()
    status = String(response.getStatusCode())
    return response
  } finally {
    const ms = Math.round(performance.now() - startedAt)
    duration.observe({ call, status }, ms / 1000)
    log.trace({ kind: 'stripe', call, ms }, 'call')
  }
}

/** Method and path, without ids. */
function callOf(method: string, path: string): string {
  return `${method} ${path.replace(/(pi|ch|re)_\w+/, ':id').replace(/\?.*/, '')}`
}
