import { handle } from '../shop/listeners.ts'
import { handleWebhook } from '../shop/payments/listeners.ts'
import { SWEEPERS } from '../shop/sweepers.ts'
import type { Delivery } from './bus.ts'
import type { Outbox } from './documents.ts'
import { injectFault, type Limits } from './faults.ts'
import { publishUnsaved, relay } from './relay.ts'
import { REPLICAS, type Service } from './services.ts'
import { NotYet, type Steps } from './steps.ts'
import { StripeError } from './stripe-keys.ts'
import type { Hook } from './stripe.ts'
import type { Act, Thread } from './threads.ts'
import type { World } from './world.ts'

const MANY_THREADS = 12

/** Draws who runs next: a thread, a message, a person, a webhook, a relay; and the faults. */
export class Scheduler {
  readonly world: World
  readonly limits: Limits
  readonly #acts: Act[]
  threads: Thread[] = []
  #nextSweep = 0

  constructor(world: World, acts: Act[], limits: Limits) {
    this.world = world
    this.limits = limits
    this.#acts = acts
  }

  start(service: Service, name: string, steps: Steps, cause: Partial<Thread> = {}): void {
    const process = `${service}-${this.world.random.between(0, REPLICAS[service] - 1)}`
    this.threads.push({ process, name, steps, pausedUntil: 0, ...cause })
  }

  /** One tick; false when nothing can run at this time. */
  tick(): boolean {
    const { world } = this
    world.now += 1
    world.stats.steps += 1
    if (world.isFaulty) injectFault(this)
    const choices = this.#choices()
    const choice = choices[world.random.between(0, choices.length - 1)]
    if (choice === undefined) return false
    choice()
    if (world.isFaulty) {
      this.#finishChallenge()
      this.#sweepNowAndThen()
    }
    return true
  }

  sweep(): void {
    for (const { service, steps } of SWEEPERS)
      if (this.#running(service, 'sweep') === 0) this.start(service, 'sweep', steps(this.world))
  }

  #choices(): (() => void)[] {
    const { world } = this
    const { random, now } = world
    const threads = this.threads.filter(({ pausedUntil }) => pausedUntil <= now)
    const isBusy = threads.length > MANY_THREADS && random.chance(0.7)
    const deliveries = isBusy ? [] : world.bus.ready()
    const hooks = world.stripe.hooks.filter(({ at }) => at <= now)
    const relays = this.#relaysDue()
    const acts = this.#acts.length > 0 && (!world.isFaulty || random.chance(0.3))
    return [
      ...threads.map((thread) => () => this.#step(thread)),
      ...deliveries.map((delivery) => () => this.#deliver(delivery)),
      ...hooks.map((hook) => () => this.#call(hook)),
      ...relays,
      ...(acts ? [() => this.#act()] : []),
    ]
  }

  #act(): void {
    const [act] = this.#acts.splice(this.world.random.between(0, this.#acts.length - 1), 1)
    if (act !== undefined) this.start(act.service, act.name, act.steps())
  }

  #deliver(delivery: Delivery): void {
    this.world.bus.take(delivery)
    const { group, event } = delivery
    const steps = handle(this.world, group, event)
    this.start(group, `${event.subject} ${event.id}`, steps, { delivery })
  }

  #call(hook: Hook): void {
    const { stripe } = this.world
    stripe.hooks = stripe.hooks.filter((other) => other !== hook)
    this.start('payments', 'webhook', handleWebhook(this.world, hook), { hook })
  }

  #relaysDue(): (() => void)[] {
    const { world } = this
    const { orders, payments, reservations, products, now } = world
    const outboxes: [Service, Outbox[]][] = [
      ['orders', [...orders.values()]],
      ['payments', [...payments.values()]],
      ['products', [...reservations.values(), ...products.values()]],
    ]
    const isDue = ({ outbox }: Outbox) => outbox.some(({ nextAt }) => nextAt <= now)
    const starts = outboxes
      .filter(([service, all]) => all.some(isDue) && this.#running(service, 'relay') < 2)
      .map(
        ([service, all]) =>
          () =>
            this.start(service, 'relay', relay(world, all)),
      )
    if (world.bus.unsaved.length > 0)
      starts.push(() => this.start('orders', 'publish', publishUnsaved(world)))
    return starts
  }

  #running(service: Service, name: string): number {
    const { now } = this.world
    return this.threads.filter(
      (thread) =>
        thread.pausedUntil <= now && thread.name === name && thread.process.startsWith(service),
    ).length
  }

  #finishChallenge(): void {
    const { stripe, random } = this.world
    const waiting = [...stripe.intents.values()].filter(
      ({ status }) => status === 'requires_action',
    )
    if (waiting.length > 0 && random.chance(0.02)) stripe.finishChallenge(random.pick(waiting))
  }

  #sweepNowAndThen(): void {
    const { now, random } = this.world
    if (now < this.#nextSweep) return
    this.#nextSweep = now + random.between(60, 250)
    this.sweep()
  }

  #step(thread: Thread): void {
    const { world } = this
    world.current = `${thread.process} ${thread.name}`
    try {
      if (thread.steps.next().done !== true) return
      if (thread.delivery !== undefined) world.bus.ack(thread.delivery)
    } catch (error) {
      this.#fail(thread, error as Error)
    }
    this.threads = this.threads.filter((other) => other !== thread)
  }

  #fail({ hook }: Thread, error: Error): void {
    const { world } = this
    const isExpected = error instanceof NotYet || error instanceof StripeError
    if (!isExpected) world.violate('the model has no defect', error.stack)
    world.failures += 1
    world.record(`gives up: ${error.message}`)
    // Stripe tries again.
    if (hook !== undefined) world.stripe.hooks.push({ ...hook, at: world.now + 200 })
  }
}
