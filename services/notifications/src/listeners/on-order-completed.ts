import { listener } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { ofCompleted, sellersOf } from '../domain/messages-of-orders.ts'

export const onOrderCompleted = ({ mails, users }: Deps) =>
  listener('order:completed', async (event) =>
    mails.add(ofCompleted(event, await users.addresses(sellersOf(event.items)))),
  )
