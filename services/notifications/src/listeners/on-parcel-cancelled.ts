import { listener } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { ofParcelCancelled } from '../domain/messages-of-parcels.ts'

export const onParcelCancelled = ({ mails, users }: Deps) =>
  listener('parcel:cancelled', async (event) =>
    mails.add(ofParcelCancelled(event, await users.addresses([event.sellerId]))),
  )
