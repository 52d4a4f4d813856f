import { childEnvironment } from '@shop/shared/testing'
import type { MessageDocument } from '../message-document.ts'
import { completedOrder, type TestNotifications } from './index.ts'

/** The service as a separate process on the same database and subjects. */
export async function startProcess({ config }: TestNotifications, SMTP_URL: string) {
  const child = Bun.spawn([process.execPath, `${import.meta.dir}/../main.ts`], {
    env: {
      ...childEnvironment(config),
      SMTP_URL,
      MAIL_FROM: config.MAIL_FROM,
      ORDER_LINK_KEY: config.ORDER_LINK_KEY,
      ACCOUNT_LINK_KEY: config.ACCOUNT_LINK_KEY,
      SWEEP_MS: '100',
    },
    stdout: 'pipe',
    stderr: 'inherit',
  })
  const reader = child.stdout.getReader()
  const { value } = await reader.read()
  reader.releaseLock()
  const { url } = JSON.parse(new TextDecoder().decode(value).split('\n')[0] ?? '')
  const isListening = () =>
    fetch(`${url}livez`).then(
      () => true,
      () => false,
    )
  return { child, isListening }
}

/** A receipt that no process was woken for. */
export function queued(): MessageDocument {
  const { email = '', ...data } = completedOrder([])
  const fields = {
    kind: 'receipt',
    to: email,
    data,
    state: 'Queued',
    tries: 0,
    correlationId: 'c',
  } as const
  return { _id: `receipt:${data.id}`, ...fields, queuedAt: new Date(), nextAt: new Date() }
}
