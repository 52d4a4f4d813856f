import type { CallResponse } from './call.ts'

/** Runs work `count` times with limited concurrency. */
export async function crowd<T>(
  times: number,
  atOnce: number,
  work: (index: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = []
  let started = 0
  const worker = async () => {
    while (started < times) {
      const index = started
      started += 1
      results[index] = await work(index)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, times) }, worker))
  return results
}

/** Counts the responses with one of these statuses. */
export function countOf(
  responses: readonly Pick<CallResponse, 'status'>[],
  ...statuses: number[]
): number {
  return responses.filter(({ status }) => statuses.includes(status)).length
}
