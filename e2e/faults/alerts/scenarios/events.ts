import { withBus } from '../../../tools/stack-bus.ts'
import { withDatabases } from '../../../tools/stack-databases.ts'
import { createProduct } from '../../kit/create-product.ts'
import { alertScenario } from '../alert-scenario.ts'
import { takeRights } from './without-rights.ts'

const EVENTS = 60

export const programSilent = alertScenario({
  name: 'a replica of notifications hangs',
  alert: 'ShopProgramSilent',
  begin: async ({ processes }) => processes.pause('notifications-1'),
})

export const outboxWaits = alertScenario({
  name: 'the broker hangs',
  alert: 'ShopOutboxWaits',
  begin: async (trial) => {
    const resume = trial.processes.pause(trial.broker)
    await createProduct(trial, 1)
    return resume
  },
})

export const consumerFallsBehind = alertScenario({
  name: 'cart cannot write while many products are made',
  alert: 'ShopConsumerFallsBehind',
  afterwards: ['ShopEffectsLate'],
  begin: async (trial) => {
    const giveBack = await takeRights('cart')
    for (let n = 0; n < EVENTS; n += 1) await createProduct(trial, 1)
    return giveBack
  },
})

export const deadLetters = alertScenario({
  name: 'an event that no handler takes',
  alert: 'ShopDeadLetters',
  begin: async () => {
    await withBus((bus) => bus.publish('order:created', '{'))
    return () =>
      withDatabases(['payments'], async ({ payments }) => {
        const { deletedCount } = await payments.collection('deadletters').deleteMany({})
        if (deletedCount === 0) throw new Error('there was no dead letter')
      })
  },
})
