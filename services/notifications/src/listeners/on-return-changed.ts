import { listener } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { ofReturn } from '../domain/messages-of-parcels.ts'

export const onReturnChanged = ({ mails, users }: Deps) =>
  listener('return:changed', async (event) =>
    mails.add(ofReturn(event, await users.addresses([event.sellerId]))),
  )
