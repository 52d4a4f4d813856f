import { listener } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { ofRefund } from '../domain/messages-of-parcels.ts'

export const onRefundTold = ({ mails, users }: Deps) =>
  listener('refund:told', async (event) => {
    const sellers = event.sellerId === undefined ? [] : [event.sellerId]
    await mails.add(ofRefund(event, await users.addresses(sellers)))
  })
