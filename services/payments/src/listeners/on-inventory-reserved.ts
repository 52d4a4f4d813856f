import { listener } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { capturePayment } from '../steps/capture.ts'

export const onInventoryReserved = (deps: Deps) =>
  listener('inventory:reserved', ({ orderId, meta }) =>
    deps.inProgress.run(orderId, () => capturePayment(deps, orderId, new Date(meta.at))),
  )
