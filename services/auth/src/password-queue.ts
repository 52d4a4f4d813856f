import { LimitReached, limitPerKey } from '@shop/shared/async'
import { tooManyRequests } from '@shop/shared/contracts'

export interface Client {
  address: string
  isKnown: boolean
}

interface Waiter {
  enter: () => void
  timer: Timer
}

const MAX_WAITING = 32
/** Places for clients who have signed in from their address before. */
const KEPT_FOR_KNOWN = 8
// Below the request timeout: the client would not see the result of later work.
const LONGEST_WAIT_MS = 8000
const RETRY_AFTER_S = 5

/** Runs `atOnce` tasks at once and queues others, known clients first; limits each address to `perAddress` tasks. */
export function createPasswordQueue(atOnce: number, perAddress: number) {
  const known: Waiter[] = []
  const others: Waiter[] = []
  const ofAddress = limitPerKey(perAddress)
  let running = 0

  function enqueue(line: Waiter[]): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const timer = setTimeout(() => {
      line.splice(line.indexOf(waiter), 1)
      reject(busy())
    }, LONGEST_WAIT_MS)
    const waiter: Waiter = { enter: resolve, timer }
    line.push(waiter)
    return promise
  }

  async function begin({ isKnown }: Client): Promise<void> {
    if (running < atOnce) running += 1
    else {
      const isFull = known.length + others.length >= MAX_WAITING
      if (isFull || (!isKnown && others.length >= MAX_WAITING - KEPT_FOR_KNOWN)) throw busy()
      await enqueue(isKnown ? known : others)
    }
  }

  function end(): void {
    const next = known.shift() ?? others.shift()
    if (next === undefined) running -= 1
    else {
      clearTimeout(next.timer)
      next.enter()
    }
  }

  async function run<T>(client: Client, work: () => Promise<T>): Promise<T> {
    await begin(client)
    try {
      return await work()
    } finally {
      end()
    }
  }

  return async function queued<T>(client: Client, work: () => Promise<T>): Promise<T> {
    try {
      return await ofAddress(client.address, () => run(client, work))
    } catch (error) {
      throw error instanceof LimitReached ? busy() : error
    }
  }
}

const busy = () => tooManyRequests(RETRY_AFTER_S, 'Too many sign-ins at the moment')
