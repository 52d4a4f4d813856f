import type { Delivery } from './bus.ts'
import type { Service } from './services.ts'
import type { Steps } from './steps.ts'
import type { Webhook } from './stripe.ts'

/** Something a person does once. */
export interface Action {
  service: Service
  name: string
  steps: () => Steps
  /** Whether it can be done now; without it, always. */
  isPossible?: () => boolean
}

/** The actions that can be done now. */
export function possible(actions: Action[]): Action[] {
  return actions.filter(({ isPossible }) => isPossible?.() ?? true)
}

/** Running work of a process, and its cause. */
export interface Thread {
  process: string
  name: string
  steps: Steps
  pausedUntil: number
  delivery?: Delivery
  webhook?: Webhook
  /** The check of the broker after a new connection, which is repeated until it succeeds. */
  isCheck?: boolean
}

/** How many threads of a service do this and are not paused. */
export function countOf(threads: Thread[], service: Service, name: string, now: number): number {
  return threads.filter(
    (thread) =>
      thread.pausedUntil <= now && thread.name === name && thread.process.startsWith(service),
  ).length
}
