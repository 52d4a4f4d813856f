import { expect, test } from 'bun:test'
import { InProgress } from './in-progress.ts'

test('ended waits for all work of the key, also when it fails', async () => {
  const inProgress = new InProgress()
  const [one, other] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const failing = inProgress.run('a', () => one.promise)
  const working = inProgress.run('a', () => other.promise)
  let hasEnded = false
  const ended = inProgress.ended('a').then(() => (hasEnded = true))
  other.resolve()
  await working
  await inProgress.ended('b')
  await new Promise(setImmediate)
  expect(hasEnded).toBe(false)
  one.reject(new Error('declined'))
  expect(await failing.catch((error: Error) => error.message)).toBe('declined')
  await ended
})
