import { measureUnfinished, type CreateService } from '@shop/shared/service'
import { createNotificationsApp } from './app.ts'
import type { NotificationsConfig } from './config.ts'
import { onMailAsked } from './listeners/on-mail-asked.ts'
import { onOrderCancelled } from './listeners/on-order-cancelled.ts'
import { onOrderCompleted } from './listeners/on-order-completed.ts'
import { onParcelCancelled } from './listeners/on-parcel-cancelled.ts'
import { onParcelSent } from './listeners/on-parcel-sent.ts'
import { onProductModerated } from './listeners/on-product-moderated.ts'
import { onRefundTold } from './listeners/on-refund-told.ts'
import { onReturnChanged } from './listeners/on-return-changed.ts'
import { onUserUpdated } from './listeners/on-user-updated.ts'
import { MailQueue } from './mail-queue.ts'
import type { LinkKeys } from './mail/links.ts'
import { MessageRepository } from './message-repository.ts'
import { Sender } from './sending/sender.ts'
import { Smtp } from './sending/smtp.ts'
import { UserCopy } from './user-copy.ts'

export const createNotifications: CreateService<NotificationsConfig> = ({ config, db, log }) => {
  const messages = new MessageRepository(db, config.MAIL_LEASE_MS)
  const users = new UserCopy(db)
  const sender = new Sender({
    messages,
    users,
    smtp: new Smtp(config.SMTP_URL, config.MAIL_FROM),
    domain: domainOf(config.MAIL_FROM),
    keys: linkKeys(config),
    retryMs: config.MAIL_RETRY_MS,
    // Shorter than the lease, so that no other process claims a message while it is being sent.
    tryMs: (config.MAIL_LEASE_MS * 2) / 3,
    log,
  })
  measureUnfinished(db, 'messages', { field: 'state', states: ['Queued'], since: 'queuedAt' })
  const deps = { mails: new MailQueue(messages, sender), messages, sender, users, log }
  return {
    routes: createNotificationsApp(deps),
    listeners: [
      onOrderCompleted(deps),
      onOrderCancelled(deps),
      onParcelSent(deps),
      onParcelCancelled(deps),
      onReturnChanged(deps),
      onRefundTold(deps),
      onMailAsked(deps),
      onProductModerated(deps),
      onUserUpdated(deps),
    ],
    outboxes: [],
    sweepers: [{ name: 'queued messages', run: async () => sender.wake() }],
    stop: () => sender.stop(),
  }
}

function linkKeys(config: NotificationsConfig): LinkKeys {
  return {
    origin: config.PUBLIC_ORIGINS[0] ?? '',
    orderKey: config.ORDER_LINK_KEY,
    accountKey: config.ACCOUNT_LINK_KEY,
  }
}

/** The domain of an address, with or without a name. */
function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).replace('>', '')
}
