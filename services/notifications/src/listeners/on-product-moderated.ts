import { listener } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { ofModeration } from '../domain/messages-of-products.ts'

export const onProductModerated = ({ mails, users }: Deps) =>
  listener('product:moderated', async (event) => {
    await mails.add(ofModeration(event, await users.addresses([event.userId])))
  })
