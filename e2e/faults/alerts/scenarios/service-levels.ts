import { newAccount } from '../../../fixtures/accounts.ts'
import { Visitor } from '../../../fixtures/visitor.ts'
import { createProduct } from '../../kit/create-product.ts'
import { whileShopping } from '../../kit/while-shopping.ts'
import { alertScenario } from '../alert-scenario.ts'
import { withoutRights } from './without-rights.ts'

const PER_SECOND = 10
const MAILS = 5
const EVENTS = 10
/** More than the ten seconds within which events should be handled. */
const LATE_MS = 12_000

export const browseFails = alertScenario({
  name: 'Mongo refuses connections while shoppers browse',
  alert: 'ShopBrowseFails',
  begin: async (trial) => {
    const shopper = await Visitor.of()
    const requests = new Set<Promise<unknown>>()
    const timer = setInterval(
      () => requests.add(shopper.get('/api/products').catch(() => {})),
      1000 / PER_SECOND,
    )
    trial.proxies.mongo.cut()
    return async () => {
      trial.proxies.mongo.mend()
      clearInterval(timer)
      await Promise.all(requests)
    }
  },
})

export const checkoutFails = alertScenario({
  name: 'Stripe refuses connections while shoppers pay',
  alert: 'ShopCheckoutFails',
  begin: async (trial) => {
    const { promise: over, resolve } = Promise.withResolvers<void>()
    const shopping = whileShopping(trial, () => over)
    trial.proxies.stripe.cut()
    return async () => {
      trial.proxies.stripe.mend()
      resolve()
      await shopping
    }
  },
})

export const effectsLate = alertScenario({
  name: `cart cannot write for ${LATE_MS / 1000} s while products are made`,
  alert: 'ShopEffectsLate',
  begin: async (trial) => {
    await withoutRights(trial, 'cart', async () => {
      for (let n = 0; n < EVENTS; n += 1) await createProduct(trial, 1)
      await Bun.sleep(LATE_MS)
    })
    return () => {}
  },
})

export const mailLate = alertScenario({
  name: 'the mail server refuses connections while people sign up',
  alert: 'ShopMailLate',
  begin: async (trial) => {
    const end = trial.expected.interruptions.begin()
    trial.proxies.smtp.cut()
    for (let n = 0; n < MAILS; n += 1) await newAccount()
    return () => {
      trial.proxies.smtp.mend()
      end()
    }
  },
})
