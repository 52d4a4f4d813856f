import { Form } from '@remix-run/react'
import type { MessageResponse } from '@shop/shared/contracts'
import { Badge } from '../ui/badge.tsx'
import { Submit } from '../ui/submit.tsx'
import { Time } from '../ui/time.tsx'
import { usePending } from '../ui/use-pending.ts'
import { messageStatus, messageTitle } from './words.ts'

interface MessageTableProps {
  messages: MessageResponse[]
  /** Where the forms are sent, on other pages than that of all messages. */
  action?: string
}

export function MessageTable({ messages, action }: MessageTableProps) {
  return (
    <table className="messages">
      <thead>
        <tr>
          <th scope="col">Message</th>
          <th scope="col">State</th>
          <th scope="col">To</th>
          <th scope="col">When</th>
          <th scope="col">
            <span className="sr">Action</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {messages.map((message) => (
          <Row key={message.id} message={message} action={action} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  message: MessageResponse
  action: string | undefined
}

function Row({ message, action }: RowProps) {
  const { to, state, queuedAt, endedAt, lastError, isRepeatable } = message
  return (
    <tr>
      <td>
        <b>{messageTitle(message)}</b>
        {lastError !== undefined && <p className="muted small">{lastError}</p>}
      </td>
      <td>
        <Badge status={messageStatus(message)} />
      </td>
      <td className="address">{to ?? <span className="muted">Nobody</span>}</td>
      <td className="muted">
        <Time at={endedAt ?? queuedAt} show="moment" />
      </td>
      <td>
        {isRepeatable && state !== 'Queued' && <SendAgain message={message} action={action} />}
      </td>
    </tr>
  )
}

function SendAgain({ message, action }: RowProps) {
  const { id, to = '' } = message
  const isPending = usePending(id)
  return (
    <Form method="post" preventScrollReset {...(action !== undefined && { action })}>
      <input type="hidden" name="intent" value={id} />
      <input type="hidden" name="id" value={id} />
      <Submit className="quiet small" isPending={isPending} pendingText="Sending…">
        Send again
        <span className="sr">
          : {messageTitle(message)} to {to}
        </span>
      </Submit>
    </Form>
  )
}
