import type { Message, Stan, Subscription } from 'node-nats-streaming'
import type { Log } from '../../log/index.ts'
import type { HandleDelivery } from '../event-bus.ts'

export interface Consumer {
  subject: string
  /** Durable name and queue group. */
  group: string
  ackWaitS: number
  handle: HandleDelivery
  /** Whether messages are still handled. */
  isOpen: () => boolean
  log: Log
}

const MAX_IN_FLIGHT = 16

/** Subscribes as a member of a durable group, from the first message on; `working` holds the running handlers. */
export function consume(stan: Stan, consumer: Consumer, working: Set<Promise<void>>): Subscription {
  const { subject, group, ackWaitS, isOpen } = consumer
  const options = stan
    .subscriptionOptions()
    .setDeliverAllAvailable()
    .setDurableName(group)
    .setManualAckMode(true)
    .setAckWait(ackWaitS * 1000)
    .setMaxInFlight(MAX_IN_FLIGHT)
  const subscription = stan.subscribe(subject, group, options)
  // Messages can arrive before the response that names the inbox for acks. They are held until then: unacknowledged,
  // they would use up the in-flight limit until the ack wait is over.
  let early: Message[] | null = []
  const take = (message: Message) => {
    if (!isOpen()) return
    const work = deliver(message, consumer).finally(() => working.delete(work))
    working.add(work)
  }
  subscription.on('message', (message: Message) => {
    if (early === null) take(message)
    else early.push(message)
  })
  subscription.on('ready', () => {
    early?.forEach(take)
    early = null
  })
  return subscription
}

async function deliver(message: Message, { handle, subject, log }: Consumer): Promise<void> {
  try {
    await handle({ text: String(message.getData()), redeliveries: redeliveriesOf(message) })
    message.ack()
  } catch (error) {
    log.debug({ error, subject }, 'message not acknowledged; it will be redelivered')
  }
}

function redeliveriesOf(message: Message): number {
  // The library has this method; its type declarations do not.
  return (message as Message & { getRedeliveryCount(): number }).getRedeliveryCount()
}
