import { createHash } from 'node:crypto'
import type { MessageData } from '../domain/message-data.ts'
import type { Kind } from '../domain/message.ts'
import { TEMPLATES } from '../messages/index.ts'
import { plain } from './content.ts'
import { toHtml } from './html.tsx'
import { linksFor, type LinkKeys } from './links.ts'
import { toText } from './text.ts'

const DIGEST = 32

/** A mail as it is sent. */
export interface Mail {
  to: string
  messageId: string
  subject: string
  html: string
  text: string
}

/** A message that can be composed, whatever its kind. */
export interface Composable<K extends Kind = Kind> {
  _id: string
  kind: K
  to: string
  data: MessageData[K]
}

interface Sender {
  /** The domain of the shop's address. */
  domain: string
  keys: LinkKeys
}

/** Composes the mail of a message; the same message always gives the same mail. */
export function compose<K extends Kind>(
  { _id, kind, to, data }: Composable<K>,
  { domain, keys }: Sender,
  names: ReadonlyMap<string, string>,
): Mail {
  const links = linksFor(to, keys)
  const nameOf = (sellerId: string) => plain(names.get(sellerId) || 'A Corner seller')
  const content = TEMPLATES[kind](data, { links, nameOf })
  return {
    to,
    messageId: `<${digest(_id)}@${domain}>`,
    subject: content.subject,
    html: toHtml(content, links),
    text: toText(content, links),
  }
}

/** A short hash. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, DIGEST)
}
