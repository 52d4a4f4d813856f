import { expect, test } from 'bun:test'
import type { Parcel, Send, SendOptions, Sent } from './send.ts'
import { createUploadQueue } from './upload-queue.ts'
import { NEW } from './uploads.ts'

const ROOM = 8
const picture = (name: string, type = 'image/png') => new File(['x'], name, { type })

/** Lets everything that is decided happen. */
const flush = () => new Promise(setImmediate)

/** A queue whose uploads end when the test says so. */
function newQueue() {
  const sent: { parcel: Parcel; options: SendOptions; end: (sent: Sent) => void }[] = []
  const send: Send = (parcel, options) =>
    new Promise((end) => {
      options.signal.addEventListener('abort', () =>
        end({ isStored: false, reason: 'aborted', isWorthRetrying: true }),
      )
      sent.push({ parcel, options, end })
    })
  const queue = createUploadQueue(send)
  const states = () => queue.now().list.map(({ file, state }) => `${file.name} ${state}`)
  const end = async (at: number, outcome: Sent) => {
    sent[at]?.end(outcome)
    await flush()
  }
  return { queue, sent, states, end }
}

test('pictures wait until they are let go, and go one by one with their words', async () => {
  const { queue, sent, states, end } = newQueue()
  queue.add('p', [picture('a'), picture('b')], ROOM)
  expect(states()).toEqual(['a waiting', 'b waiting'])
  expect(sent).toHaveLength(0)
  queue.describe(queue.now().list[0]?.key ?? '', ' From the side ')
  queue.release('p')
  expect(states()).toEqual(['a uploading', 'b waiting'])
  expect(sent[0]?.parcel).toMatchObject({ productId: 'p', alt: 'From the side' })
  await end(0, { isStored: true })
  expect(states()).toEqual(['a done', 'b uploading'])
  expect(sent[1]?.parcel.alt).toBe('')
  await end(1, { isStored: true })
  expect(states()).toEqual(['a done', 'b done'])
})

test('pictures of a new product go to it once it is there', async () => {
  const { queue, sent } = newQueue()
  queue.add(NEW, [picture('a')], ROOM)
  queue.add('other', [picture('b')], ROOM)
  queue.release(NEW)
  expect(sent).toHaveLength(0)
  queue.assign('p')
  expect(sent.map(({ parcel }) => parcel.productId)).toEqual(['p'])
  expect(queue.now().list.map(({ product }) => product)).toEqual(['p', 'other'])
})

test('tells of the start, the half, the end and of what failed, each once', async () => {
  const { queue, sent, end } = newQueue()
  const told: string[] = []
  queue.subscribe(() => {
    if (told.at(-1) !== queue.now().told) told.push(queue.now().told)
  })
  queue.add('p', [picture('a'), picture('b')], ROOM)
  queue.release('p')
  for (const percent of [10, 49, 50, 64, 100]) sent[0]?.options.onProgress(percent)
  expect(queue.now().list[0]?.percent).toBe(100)
  await end(0, { isStored: true })
  await end(1, { isStored: false, reason: 'It is damaged.', isWorthRetrying: true })
  expect(told).toEqual([
    '',
    'Uploading a',
    'a: half is uploaded',
    'a is added',
    'Uploading b',
    'b failed: It is damaged.',
  ])
})

test('one that failed holds nothing up and can be tried again', async () => {
  const { queue, sent, states, end } = newQueue()
  queue.add('p', [picture('a'), picture('b')], ROOM)
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

test('what cannot be sent is refused at once and not offered again', () => {
  const { queue, states } = newQueue()
  queue.add('p', [picture('a', 'image/gif'), picture('b')], ROOM)
  expect(states()).toEqual(['a failed', 'b waiting'])
  expect(queue.now().told).toContain('a failed')
  expect(queue.now().list[0]?.isWorthRetrying).toBeUndefined()
})

test('no more than there is room for, those that wait included', () => {
  const { queue, states } = newQueue()
  queue.add('p', [picture('a')], 2)
  queue.add('other', [picture('x')], 2)
  queue.add('p', [picture('b'), picture('c')], 2)
  expect(states()).toEqual(['a waiting', 'x waiting', 'b waiting', 'c failed'])
})

test('one that is removed while it goes out is stopped, and the next one goes', async () => {
  const { queue, sent, states } = newQueue()
  queue.add('p', [picture('a'), picture('b')], ROOM)
  queue.release('p')
  queue.remove(queue.now().list[0]?.key ?? '')
  await flush()
  expect(sent[0]?.options.signal.aborted).toBe(true)
  expect(states()).toEqual(['b uploading'])
})

test('pictures that were chosen for a product that never came go to no other', () => {
  const { queue, sent, states } = newQueue()
  queue.add(NEW, [picture('a')], ROOM)
  queue.assign('p')
  queue.release(NEW)
  queue.hold(NEW)
  queue.assign('p')
  expect(sent).toHaveLength(0)
  expect(states()).toEqual(['a waiting'])
})

test('what was refused is told with its product, once that is there', () => {
  const { queue } = newQueue()
  queue.add(NEW, [picture('a', 'image/gif')], ROOM)
  queue.release(NEW)
  queue.assign('p')
  expect(queue.now().list[0]).toMatchObject({ product: 'p', state: 'failed' })
})

test('what is done is forgotten on demand, for one product alone', async () => {
  const { queue, states, end } = newQueue()
  queue.add('p', [picture('a'), picture('b', 'image/gif')], ROOM)
  queue.add('other', [picture('x')], ROOM)
  queue.release('p')
  await end(0, { isStored: true })
  queue.forgetDone('other')
  queue.forgetDone('p')
  expect(states()).toEqual(['b failed', 'x waiting'])
})

test('a picture whose words cannot be seen waits until they are right', () => {
  const { queue, sent, states } = newQueue()
  queue.add('p', [picture('a'), picture('b')], ROOM)
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

test('that a picture is made smaller is told', () => {
  const { queue, sent } = newQueue()
  queue.add('p', [picture('a')], ROOM)
  queue.release('p')
  sent[0]?.options.onShrink()
  expect(queue.now()).toMatchObject({ list: [{ isShrinking: true }], told: 'Making a smaller' })
  sent[0]?.options.onProgress(10)
  expect(queue.now().list[0]?.isShrinking).toBe(false)
})
