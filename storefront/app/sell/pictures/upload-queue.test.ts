import { expect, test } from 'bun:test'
import { ROOM, fileNamed, flush, newQueue } from './testing.ts'
import { NEW } from './uploads.ts'

test('pictures wait until released, and are sent one at a time with their descriptions', async () => {
  const { queue, sent, states, end } = newQueue()
  queue.add('p', [fileNamed('a'), fileNamed('b')], ROOM)
  expect(states()).toEqual(['a waiting', 'b waiting'])
  expect(sent).toHaveLength(0)
  queue.describe(queue.now().list[0]?.key ?? '', ' From the side ')
  queue.release('p')
  expect(states()).toEqual(['a uploading', 'b waiting'])
  expect(sent[0]?.picture).toMatchObject({ productId: 'p', alt: 'From the side' })
  await end(0, { isStored: true })
  expect(states()).toEqual(['a done', 'b uploading'])
  expect(sent[1]?.picture.alt).toBe('')
  await end(1, { isStored: true })
  expect(states()).toEqual(['a done', 'b done'])
})

test('pictures of a new product are sent once it is created', async () => {
  const { queue, sent } = newQueue()
  queue.add(NEW, [fileNamed('a')], ROOM)
  queue.add('other', [fileNamed('b')], ROOM)
  queue.release(NEW)
  expect(sent).toHaveLength(0)
  queue.assign('p')
  expect(sent.map(({ picture }) => picture.productId)).toEqual(['p'])
  expect(queue.now().list.map(({ product }) => product)).toEqual(['p', 'other'])
})

test('a failed upload does not block others and can be retried', async () => {
  const { queue, sent, states, end } = newQueue()
  queue.add('p', [fileNamed('a'), fileNamed('b')], ROOM)
  queue.release('p')
  await end(0, { isStored: false, reason: 'No.', isWorthRetrying: true })
  expect(states()).toEqual(['a failed', 'b uploading'])
  expect(queue.now().list[0]).toMatchObject({ reason: 'No.', isWorthRetrying: true })
  queue.retry(queue.now().list[0]?.key ?? '')
  await end(1, { isStored: true })
  expect(states()).toEqual(['a uploading', 'b done'])
  await end(2, { isStored: true })
  expect(sent).toHaveLength(3)
  expect(states()).toEqual(['a done', 'b done'])
})

test('removing an upload aborts it and starts the next', async () => {
  const { queue, sent, states } = newQueue()
  queue.add('p', [fileNamed('a'), fileNamed('b')], ROOM)
  queue.release('p')
  queue.remove(queue.now().list[0]?.key ?? '')
  await flush()
  expect(sent[0]?.options.signal.aborted).toBe(true)
  expect(states()).toEqual(['b uploading'])
})

test('pictures of an abandoned product are not sent to another', () => {
  const { queue, sent, states } = newQueue()
  queue.add(NEW, [fileNamed('a')], ROOM)
  queue.assign('p')
  queue.release(NEW)
  queue.hold(NEW)
  queue.assign('p')
  expect(sent).toHaveLength(0)
  expect(states()).toEqual(['a waiting'])
})

test('finished uploads are dropped on demand, for one product only', async () => {
  const { queue, states, end } = newQueue()
  queue.add('p', [fileNamed('a'), fileNamed('b', 'image/gif')], ROOM)
  queue.add('other', [fileNamed('x')], ROOM)
  queue.release('p')
  await end(0, { isStored: true })
  queue.forgetDone('other')
  queue.forgetDone('p')
  expect(states()).toEqual(['b failed', 'x waiting'])
})
