import { useActionData, useSearchParams } from '@remix-run/react'
import { Notice } from '../ui/notice.tsx'

const TEXTS: Record<string, string> = {
  block: 'Blocked. They are signed out everywhere, and get the reason by email.',
  unblock: 'Unblocked. They can sign in again.',
  hide: 'Hidden. The seller gets the reason by email.',
  unhide: 'Shown again. The seller gets an email.',
  dismiss: 'The reports were dismissed.',
  refund: 'The refund is on its way.',
  again: 'The refund is tried again.',
  returned: 'The refund is on its way.',
  replay: 'Replayed. The service has handled the event.',
  delete: 'Deleted.',
  send: 'Queued again. It is sent within seconds.',
}

/** What was just done, by the address of the page. */
export function Done() {
  const [params] = useSearchParams()
  const hasFailed = useActionData() !== undefined
  const text = TEXTS[params.get('done') ?? '']
  if (text === undefined || hasFailed) return null
  return (
    <Notice kind="ok" live="status">
      <p>{text}</p>
    </Notice>
  )
}
