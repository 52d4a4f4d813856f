import { listener } from '@shop/shared/events'
import type { Deps } from '../deps.ts'
import { ofMailAsked } from '../domain/messages-of-accounts.ts'
import { digest } from '../mail/compose.ts'

export const onMailAsked = ({ mails }: Deps) =>
  listener('mail:asked', async (event) => mails.add(ofMailAsked(event, digest)))
