import type { Delivery } from './bus.ts'
import type { Service } from './services.ts'
import type { Steps } from './steps.ts'
import type { Hook } from './stripe.ts'

/** Something a person does once, at some time. */
export interface Act {
  service: Service
  name: string
  steps: () => Steps
}

/** Work under way in a process, and what has caused it. */
export interface Thread {
  process: string
  name: string
  steps: Steps
  pausedUntil: number
  delivery?: Delivery
  hook?: Hook
}
