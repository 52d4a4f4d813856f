import { expect, test } from 'bun:test'
import { ROOM, fileNamed, newQueue } from './testing.ts'
import { NEW } from './uploads.ts'

test('announces start, half, end and failure once each', async () => {
  const { queue, sent, end } = newQueue()
  const announcement: string[] = []
  queue.subscribe(() => {
    if (announcement.at(-1) !== queue.now().announcement)
      announcement.push(queue.now().announcement)
  })
  queue.add('p', [fileNamed('a'), fileNamed('b')], ROOM)
  queue.release('p')
  for (const percent of [10, 49, 50, 64, 100]) sent[0]?.options.onProgress(percent)
  expect(queue.now().list[0]?.percent).toBe(100)
  await end(0, { isStored: true })
  await end(1, { isStored: false, reason: 'It is damaged.', isWorthRetrying: true })
  expect(announcement).toEqual([
    '',
    'Uploading a',
    'a: half uploaded',
    'a was added',
    'Uploading b',
    'b failed: It is damaged.',
  ])
})

test('an invalid file fails at once and cannot be retried', () => {
  const { queue, states } = newQueue()
  queue.add('p', [fileNamed('a', 'image/gif'), fileNamed('b')], ROOM)
  expect(states()).toEqual(['a failed', 'b waiting'])
  expect(queue.now().announcement).toContain('a failed')
  expect(queue.now().list[0]?.isWorthRetrying).toBeUndefined()
})

test('waiting pictures count toward the limit', () => {
  const { queue, states } = newQueue()
  queue.add('p', [fileNamed('a')], 2)
  queue.add('other', [fileNamed('x')], 2)
  queue.add('p', [fileNamed('b'), fileNamed('c')], 2)
  expect(states()).toEqual(['a waiting', 'x waiting', 'b waiting', 'c failed'])
})

test('a refused file stays with its product once that is created', () => {
  const { queue } = newQueue()
  queue.add(NEW, [fileNamed('a', 'image/gif')], ROOM)
  queue.release(NEW)
  queue.assign('p')
  expect(queue.now().list[0]).toMatchObject({ product: 'p', state: 'failed' })
})

test('a picture with an invalid description waits until it is fixed', () => {
  const { queue, sent, states } = newQueue()
  queue.add('p', [fileNamed('a'), fileNamed('b')], ROOM)
  const key = queue.now().list[0]?.key ?? ''
  queue.describe(key, '\u200b')
  queue.release('p')
  expect(states()).toEqual(['a waiting', 'b uploading'])
  expect(queue.now().list[0]?.altError).toBeDefined()
  queue.describe(key, 'Front')
  expect(queue.now().list[0]?.altError).toBeUndefined()
  queue.release('p')
  expect(sent).toHaveLength(1)
  expect(states()).toEqual(['a waiting', 'b uploading'])
})

test('announces that a picture is resized', () => {
  const { queue, sent } = newQueue()
  queue.add('p', [fileNamed('a')], ROOM)
  queue.release('p')
  sent[0]?.options.onResize()
  expect(queue.now()).toMatchObject({
    list: [{ isResizing: true }],
    announcement: 'Resizing a',
  })
  sent[0]?.options.onProgress(10)
  expect(queue.now().list[0]?.isResizing).toBe(false)
})
