import { EXAMPLE_IDS } from '../example-ids.ts'

export const newPayment = { token: 'tok_visa', orderId: EXAMPLE_IDS.order }

const common = { id: EXAMPLE_IDS.payment, orderId: EXAMPLE_IDS.order }

export const succeeded = { ...common, status: 'succeeded', stripeId: 'ch_3QExample' } as const

export const requiresAction = {
  ...common,
  status: 'requires_action',
  clientSecret: 'pi_3QExample_secret_example',
} as const

export const stripeEvent = {
  id: 'evt_1QExample',
  type: 'payment_intent.succeeded',
  data: { object: { id: 'pi_3QExample', metadata: { orderId: EXAMPLE_IDS.order } } },
}
