import { handle } from '../shop/listeners.ts'
import { handleWebhook } from '../shop/payments/listeners.ts'
import { BrokerChecks } from './broker-checks.ts'
import type { Delivery } from './bus.ts'
import { checkBroker } from './check-broker.ts'
import { injectFault, type Limits } from './faults.ts'
import { outboxesOf, pendingServices, publishUnsaved, relay } from './relay.ts'
import { REPLICAS, serviceOf, type Service } from './services.ts'
import { RetryLater, type Steps } from './steps.ts'
import { StripeError } from './stripe-keys.ts'
import type { Webhook } from './stripe.ts'
import { sweepAll } from './sweep-all.ts'
import { countOf, possible, type Action, type Thread } from './threads.ts'
import type { World } from './world.ts'

const MANY_THREADS = 12

/** Draws the next step: a thread, delivery, action, webhook or relay; and faults. */
export class Scheduler {
  readonly world: World
  readonly limits: Limits
  #actions: Action[]
  threads: Thread[] = []
  readonly checks: BrokerChecks
  #nextSweep = 0

  constructor(world: World, actions: Action[], limits: Limits) {
    this.world = world
    this.limits = limits
    this.#actions = actions
    this.checks = new BrokerChecks(world)
  }

  start(service: Service, name: string, steps: Steps, cause: Partial<Thread> = {}): void {
    const process = `${service}-${this.world.random.between(0, REPLICAS[service] - 1)}`
    this.threads.push({ process, name, steps, pausedUntil: 0, ...cause })
  }

  /** One tick; false when nothing can run. */
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
      world.stripe.finishChallenges()
      this.#sweepSometimes()
    }
    return true
  }

  sweep(): void {
    sweepAll(this)
  }

  #choices(): (() => void)[] {
    const { world } = this
    const { random, now } = world
    const threads = this.threads.filter(({ pausedUntil }) => pausedUntil <= now)
    const isBusy = threads.length > MANY_THREADS && random.chance(0.7)
    const deliveries = isBusy ? [] : world.bus.ready()
    const webhooks = world.stripe.webhooks.filter(({ at }) => at <= now)
    const { refunds } = world.stripe
    const changes = refunds.changes.filter(({ at }) => at <= now)
    const checks = this.checks.due.filter(({ at }) => at <= now)
    const relays = this.#relays()
    const actions = possible(this.#actions)
    const canAct = actions.length > 0 && (!world.isFaulty || random.chance(0.3))
    return [
      ...threads.map((thread) => () => this.#step(thread)),
      ...deliveries.map((delivery) => () => this.#deliver(delivery)),
      ...webhooks.map((webhook) => () => this.#call(webhook)),
      ...changes.map((change) => () => refunds.apply(change)),
      ...checks.map(
        ({ process }) =>
          () =>
            this.#check(process),
      ),
      ...relays,
      ...(canAct ? [() => this.#startAction(random.pick(actions))] : []),
    ]
  }

  #startAction(action: Action): void {
    this.#actions = this.#actions.filter((other) => other !== action)
    this.start(action.service, action.name, action.steps())
  }

  #deliver(delivery: Delivery): void {
    this.world.bus.take(delivery)
    const { group, event } = delivery
    const steps = handle(this.world, group, event)
    this.start(group, `${event.subject} ${event.id}`, steps, { delivery })
  }

  #call(webhook: Webhook): void {
    const { stripe } = this.world
    stripe.webhooks = stripe.webhooks.filter((other) => other !== webhook)
    this.start('payments', 'webhook', handleWebhook(this.world, webhook), { webhook })
  }

  #check(process: string): void {
    this.checks.take(process)
    const service = serviceOf(process)
    const steps = checkBroker(this.world, service, false)
    this.start(service, 'check the broker', steps, { process, isCheck: true })
  }

  #relays(): (() => void)[] {
    const { world } = this
    const starts = pendingServices(world)
      .filter((service) => this.#running(service, 'relay') < 2)
      .map((service) => () => {
        this.start(service, 'relay', relay(world, outboxesOf(world, service)))
      })
    if (world.bus.unsaved.length > 0)
      starts.push(() => this.start('orders', 'publish', publishUnsaved(world)))
    return starts
  }

  #running(service: Service, name: string): number {
    return countOf(this.threads, service, name, this.world.now)
  }

  #sweepSometimes(): void {
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

  #fail({ webhook, isCheck, process }: Thread, error: Error): void {
    const { world } = this
    const isExpected = error instanceof RetryLater || error instanceof StripeError
    if (!isExpected) world.violate('the model throws no unexpected error', error.stack)
    world.failures += 1
    world.record(`fails: ${error.message}`)
    if (isCheck) this.checks.repeat(process)
    // Stripe retries.
    if (webhook !== undefined) world.stripe.webhooks.push({ ...webhook, at: world.now + 200 })
  }
}
