import { listener } from '@shop/shared/events'
import type { Deps } from '../deps.ts'

export const onUserUpdated = ({ users }: Deps) =>
  listener('user:updated', (event) => users.write(event))
