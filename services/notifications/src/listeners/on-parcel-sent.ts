import { listener } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { ofSent } from '../domain/messages-of-parcels.ts'

export const onParcelSent = ({ mails }: Deps) =>
  listener('parcel:sent', (event) => mails.add(ofSent(event)))
