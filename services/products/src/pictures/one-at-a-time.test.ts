import { expect, test } from 'bun:test'
import { failureOf } from '../testing/failure-of.ts'
import { oneAtATime } from './one-at-a-time.ts'

test('work runs one after the other, also after one that fails', async () => {
  const run = oneAtATime(10)
  let running = 0
  const work = (n: number) => async () => {
    running += 1
    expect(running).toBe(1)
    await Promise.resolve()
    running -= 1
    if (n === 1) throw new Error('one fails')
    return n
  }
  const results = await Promise.allSettled([0, 1, 2].map((n) => run(work(n))))
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('too much work is refused until some of it is done', async () => {
  const run = oneAtATime(1)
  const gate = Promise.withResolvers<void>()
  const accepted = [run(() => gate.promise), run(() => gate.promise)]
  const refused = await failureOf(run(() => gate.promise))
  expect(refused).toMatchObject({ code: 'too-many-requests' })
  gate.resolve()
  await Promise.all(accepted)
  expect(await run(() => Promise.resolve('done'))).toBe('done')
})
