import { listener } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { ofCancelled } from '../domain/messages-of-orders.ts'

export const onOrderCancelled = ({ mails }: Deps) =>
  listener('order:cancelled', (event) => mails.add(ofCancelled(event)))
