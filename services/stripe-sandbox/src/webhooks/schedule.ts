/** Stripe tries again after 5 min, 30 min, 2 h, 5 h, 10 h, then every 12 h for 3 days. */
const MULTIPLES_OF_FIRST = [1, 6, 24, 60, 120, 144, 144, 144, 144]

/** How long to wait after so many failed attempts, in that shape; null when it is time to give up. */
export function retryDelay(attempts: number, firstMs: number): number | null {
  const multiple = MULTIPLES_OF_FIRST[attempts - 1]
  return multiple === undefined ? null : multiple * firstMs
}
