/** The number of calls to Stripe since payments started, from its metrics. */
export async function countStripeCalls(payments: string): Promise<number> {
  const response = await fetch(`${payments}/metrics`)
  return stripeCallsIn(await response.text())
}

/** The sum of the calls over their labels; commits before the histogram counted them as `stripe_calls_total`. */
export function stripeCallsIn(metrics: string): number {
  const counts = metrics.matchAll(
    /^(?:stripe_call_duration_seconds_count|stripe_calls_total)(?:\{.*\})? (\d+)$/gm,
  )
  return [...counts].reduce((total, [, count]) => total + Number(count), 0)
}
