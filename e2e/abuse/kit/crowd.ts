import type { Answer } from './call.ts'

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
export function countOf(answers: readonly Pick<Answer, 'status'>[], ...statuses: number[]): number {
  return answers.filter(({ status }) => statuses.includes(status)).length
}
