import { expect, test } from 'bun:test'
import { ShopError } from '@shop/shared/contracts'
import { createPasswordQueue } from './password-queue.ts'

const client = (address: string, isKnown = false) => ({ address, isKnown })

/** A queue of one task at a time, whose tasks end on demand. */
function openQueue(perAddress = 2) {
  const queued = createPasswordQueue(1, perAddress)
  const ran: string[] = []
  const gates: (() => void)[] = []
  const add = (address: string, isKnown = false) =>
    queued(client(address, isKnown), async () => {
      ran.push(address)
      await new Promise<void>((resolve) => gates.push(resolve))
      return address
    })
  const finishOne = async (all: Promise<unknown>[]) => {
    gates.shift()?.()
    await Promise.race(all)
    await Bun.sleep(0)
  }
  return { add, ran, finishOne }
}

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ShopError)
  return [(error as ShopError).code, (error as ShopError).details.headers?.['retry-after']]
}

test('one address gets two places, the others are for others', async () => {
  const { add, ran, finishOne } = openQueue()
  const held = [add('a'), add('a')]
  expect(await refusal(add('a'))).toEqual(['too-many-requests', '5'])
  const other = add('b')
  await finishOne([held[0] as Promise<unknown>])
  expect(await held[0]).toBe('a')
  const again = add('a')
  await finishOne([held[1] as Promise<unknown>])
  await finishOne([other])
  await finishOne([again])
  expect(ran).toEqual(['a', 'a', 'b', 'a'])
})

test('of a flood from many addresses 24 wait, and known clients get a place and go first', async () => {
  const { add, ran, finishOne } = openQueue()
  const flood = Array.from({ length: 25 }, (_, index) => add(`flood ${index}`))
  expect(await refusal(add('new'))).toEqual(['too-many-requests', '5'])
  const known = Array.from({ length: 8 }, (_, index) => add(`known ${index}`, true))
  expect(await refusal(add('known 8', true))).toEqual(['too-many-requests', '5'])
  await finishOne([flood[0] as Promise<unknown>])
  await finishOne([known[0] as Promise<unknown>])
  expect(ran).toEqual(['flood 0', 'known 0', 'known 1'])
  for (const work of [...known.slice(1), ...flood.slice(1)]) await finishOne([work])
  expect(ran).toHaveLength(33)
})

test('a failed task frees its place', async () => {
  const queued = createPasswordQueue(1, 1)
  const failed = queued(client('a'), () => Promise.reject(new Error('no')))
  expect(failed).rejects.toThrow('no')
  expect(await queued(client('b'), async () => 'yes')).toBe('yes')
  expect(await queued(client('a'), async () => 'again')).toBe('again')
})
