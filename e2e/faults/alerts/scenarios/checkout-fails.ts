import { whileShopping } from '../../kit/while-shopping.ts'
import { alertScenario } from '../alert-scenario.ts'

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
